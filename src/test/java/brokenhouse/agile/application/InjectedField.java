package brokenhouse.agile.application;

import org.springframework.beans.factory.annotation.Autowired;

/** Breaks a rule, so that the rule is known to bite: a field that is injected. */
class InjectedField {

    @Autowired
    UnguardedUseCase injected;
}
