package brokenhouse.agile.domain;

import org.springframework.stereotype.Component;

/** Breaks a rule, so that the rule is known to bite: a domain that knows its framework. */
@Component
public class SpringInDomain {}
