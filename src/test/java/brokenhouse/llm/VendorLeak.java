package brokenhouse.llm;

import com.anthropic.client.AnthropicClient;

/** Breaks a rule, so that the rule is known to bite: a vendor's type outside its adapter. */
record VendorLeak(AnthropicClient client) {}
