package brokenhouse.agile.application;

import org.springframework.transaction.annotation.Transactional;

/** Breaks a rule, so that the rule is known to bite: a use case without permission and evidence. */
public class UnguardedUseCase {

    @Transactional
    public void change() {}
}
