package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.llm.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts {@code llm_tokens_used_total}, by provider, model and kind. */
@Component
class TokenMeter {

    private static final String NAME = "llm_tokens_used";

    private final MeterRegistry registry;

    TokenMeter(MeterRegistry registry) {
        this.registry = registry;
        count("none", "none", "input", 0);
    }

    void used(String provider, String model, Usage usage) {
        count(provider, model, "input", usage.inputTokens());
        count(provider, model, "output", usage.outputTokens());
        count(provider, model, "cache_read", usage.cacheReadTokens());
        count(provider, model, "cache_write", usage.cacheWriteTokens());
    }

    private void count(String provider, String model, String kind, long tokens) {
        registry.counter(NAME, "provider", provider, "model", model, "kind", kind)
                .increment(tokens);
    }
}
