package brokenhouse.kernel;

import brokenhouse.agile.domain.SpringInDomain;

/** Breaks a rule, so that the rule is known to bite: the first module uses a later one, past its face. */
public class UsesLaterModule {
    public final SpringInDomain later = new SpringInDomain();
}
