package com.fabricadeagentes.agents.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what test runners print: TAP (testanything.org), node's summary, Python's unittest and pytest. */
final class PrintedResults {

    private static final Pattern TAP = Pattern.compile("^( *)(not )?ok\\b(?: \\d+)?(?: - )?(.*)$");
    private static final Pattern TAP_DIRECTIVE = Pattern.compile("(?i)\\s+# (skip|todo)\\b.*$");
    private static final Pattern NODE = Pattern.compile("(?m)^(?:#|ℹ) (pass|fail|skipped|cancelled|todo) (\\d+)$");
    private static final Pattern UNITTEST =
            Pattern.compile("(?m)^Ran (\\d+) tests? in .*\\R+(OK|FAILED)(?: \\((.*)\\))?");
    private static final Pattern COUNT = Pattern.compile("(failures|errors|skipped|unexpected successes)=(\\d+)");
    private static final Pattern PYTEST = Pattern.compile("(?m)^=*\\s*((?:\\d+ \\w+(?:, )?)+) in [\\d.:]+ ?s?.*$");
    private static final Pattern PYTEST_COUNT = Pattern.compile("(\\d+) (passed|failed|errors?|skipped|xfailed)");

    private PrintedResults() {}

    static Optional<TestResults> read(String output) {
        return tap(output).or(() -> node(output)).or(() -> unittest(output)).or(() -> pytest(output));
    }

    /** Node nests sub-tests deeper than their sum line: only the leaves count. */
    private static Optional<TestResults> tap(String output) {
        if (!output.contains("TAP version")
                && !Pattern.compile("(?m)^1\\.\\.\\d+").matcher(output).find()) {
            return Optional.empty();
        }
        var names = new HashSet<String>();
        var failures = new ArrayList<String>();
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        int deepest = -1;
        for (var line : output.lines().toList()) {
            var point = TAP.matcher(line);
            if (!point.matches()) {
                continue;
            }
            int depth = point.group(1).length() / 4;
            boolean sumOfChildren = deepest > depth;
            deepest = depth;
            if (sumOfChildren) {
                continue;
            }
            var directive = TAP_DIRECTIVE.matcher(point.group(3));
            if (directive.find()) {
                skipped++;
            } else if (point.group(2) == null) {
                passed++;
                names.add(point.group(3).strip());
            } else {
                failed++;
                failures.add(point.group(3).strip());
            }
        }
        return passed + failed + skipped == 0
                ? Optional.empty()
                : Optional.of(new TestResults(passed, failed, skipped, names, failures));
    }

    private static Optional<TestResults> node(String output) {
        var line = NODE.matcher(output);
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        boolean found = false;
        while (line.find()) {
            found = true;
            int count = Integer.parseInt(line.group(2));
            switch (line.group(1)) {
                case "pass" -> passed += count;
                case "fail", "cancelled" -> failed += count;
                default -> skipped += count;
            }
        }
        return found ? Optional.of(counts(passed, failed, skipped)) : Optional.empty();
    }

    private static Optional<TestResults> unittest(String output) {
        var line = UNITTEST.matcher(output);
        if (!line.find()) {
            return Optional.empty();
        }
        int failed = 0;
        int skipped = 0;
        var count = COUNT.matcher(line.group(3) == null ? "" : line.group(3));
        while (count.find()) {
            int number = Integer.parseInt(count.group(2));
            if (count.group(1).equals("skipped")) {
                skipped += number;
            } else {
                failed += number;
            }
        }
        return Optional.of(counts(Integer.parseInt(line.group(1)) - failed - skipped, failed, skipped));
    }

    private static Optional<TestResults> pytest(String output) {
        var line = PYTEST.matcher(output);
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        boolean found = false;
        while (line.find()) {
            var count = PYTEST_COUNT.matcher(line.group(1));
            while (count.find()) {
                found = true;
                int number = Integer.parseInt(count.group(1));
                switch (count.group(2)) {
                    case "passed" -> passed += number;
                    case "skipped", "xfailed" -> skipped += number;
                    default -> failed += number;
                }
            }
        }
        return found ? Optional.of(counts(passed, failed, skipped)) : Optional.empty();
    }

    private static TestResults counts(int passed, int failed, int skipped) {
        return new TestResults(passed, failed, skipped, java.util.Set.of(), List.of());
    }
}
