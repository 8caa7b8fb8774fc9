package com.fabricadeagentes.agents.gate;

import java.util.List;
import java.util.Set;

/**
 * What a test run said.
 *
 * @param passedNames names of those that passed, where the runner tells names
 * @param failures the failing tests' own words
 */
public record TestResults(int passed, int failed, int skipped, Set<String> passedNames, List<String> failures) {

    public static final TestResults NONE = new TestResults(0, 0, 0, Set.of(), List.of());

    public int ran() {
        return passed + failed;
    }
}
