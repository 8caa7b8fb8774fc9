package brokenhouse.agile.application;

import com.fabricadeagentes.kernel.Platform;

/** Breaks a rule, so that the rule is known to bite: work across tenants by one who is not listed. */
class UnlistedSweep {

    int run(Platform platform) {
        return platform.unbound("because I can", () -> 1);
    }
}
