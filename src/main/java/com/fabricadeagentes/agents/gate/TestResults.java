package com.fabricadeagentes.agents.gate;

import java.util.List;
import java.util.Set;

/**
 * What a test run said.
 *
 * @param passedNames names of those that passed, where the runner tells names; of like ones the second is {@code name
 *     #2}, so that none can vanish behind another
 * @param skippedNames likewise
 * @param failures the failing tests' own words
 */
public record TestResults(
        int passed, int failed, int skipped, Set<String> passedNames, Set<String> skippedNames, List<String> failures) {

    public static final TestResults NONE = new TestResults(0, 0, 0, Set.of(), Set.of(), List.of());

    public TestResults {
        passedNames = Set.copyOf(passedNames);
        skippedNames = Set.copyOf(skippedNames);
        failures = List.copyOf(failures);
    }

    public int ran() {
        return passed + failed;
    }

    /** Whether it is known which tests passed, and not only how many. */
    boolean named() {
        return passed == passedNames.size();
    }
}
