package com.fabricadeagentes.agents.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When a test run is green: it exits 0, at least one test ran, every test that passed on main still exists and passes,
 * and none is newly skipped. Where results cannot be read, a person decides.
 *
 * @param problems why it is not green, in words for the agent
 * @param approvals why a person must look, though nothing failed
 */
public record Green(List<String> problems, List<String> approvals) {

    private static final int NAMED = 10;

    public boolean ok() {
        return problems.isEmpty();
    }

    public static Green judge(boolean exitedWell, Optional<TestResults> now, TestResults main) {
        if (now.isEmpty()) {
            return exitedWell
                    ? new Green(List.of(), List.of("It could not be read how many tests ran and passed."))
                    : failed("The test command failed.");
        }
        var results = now.get();
        if (results.failed() > 0) {
            return failed(results.failed() == 1 ? "1 test fails." : results.failed() + " tests fail.");
        }
        if (!exitedWell) {
            return failed("The test command failed, though no test is reported as failed.");
        }
        if (results.ran() == 0) {
            return failed("No test ran: write at least one for this story.");
        }
        return new Green(lost(results, main), unseen(results, main));
    }

    private static Green failed(String problem) {
        return new Green(List.of(problem), List.of());
    }

    private static List<String> lost(TestResults now, TestResults main) {
        var problems = new ArrayList<String>();
        var gone = now.named() ? without(main.passedNames(), now.passedNames()) : Set.<String>of();
        if (!gone.isEmpty()) {
            problems.add("Tests that pass on main are gone or no longer pass; bring them back: " + some(gone) + ".");
        } else if (now.passed() < main.passed()) {
            problems.add("Fewer tests pass than on main: " + now.passed() + " instead of " + main.passed() + ".");
        }
        var skipped = without(now.skippedNames(), main.skippedNames());
        if (!skipped.isEmpty()) {
            problems.add("Tests are newly skipped; run them: " + some(skipped) + ".");
        } else if (now.skipped() > main.skipped()) {
            problems.add("Tests are newly skipped: " + (now.skipped() - main.skipped()) + ". Run them.");
        }
        return List.copyOf(problems);
    }

    /** Counts alone do not tell whether each test of main is still there. */
    private static List<String> unseen(TestResults now, TestResults main) {
        return main.passed() > 0 && main.named() && !now.named()
                ? List.of("It could not be read which tests ran, only how many.")
                : List.of();
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        var rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    private static String some(Set<String> names) {
        var first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }
}
