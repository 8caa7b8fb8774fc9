package com.fabricadeagentes.agents.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                    : new Green(List.of("The test command failed."), List.of());
        }
        var problems = new ArrayList<String>();
        var results = now.get();
        if (!exitedWell || results.failed() > 0) {
            problems.add("Tests fail.");
        } else if (results.ran() == 0) {
            problems.add("No test ran: write at least one for this story.");
        } else {
            problems.addAll(lost(results, main));
        }
        return new Green(List.copyOf(problems), List.of());
    }

    private static List<String> lost(TestResults now, TestResults main) {
        var problems = new ArrayList<String>();
        var gone = new TreeSet<>(main.passedNames());
        gone.removeAll(now.passedNames());
        if (!gone.isEmpty() && !now.passedNames().isEmpty()) {
            problems.add("Tests that pass on main are gone or no longer pass; bring them back: "
                    + gone.stream().limit(NAMED).collect(Collectors.joining(", ")) + ".");
        } else if (now.passed() < main.passed()) {
            problems.add("Fewer tests pass than on main: " + now.passed() + " instead of " + main.passed() + ".");
        }
        if (now.skipped() > main.skipped()) {
            problems.add("Tests are newly skipped: " + (now.skipped() - main.skipped()) + ". Run them.");
        }
        return problems;
    }
}
