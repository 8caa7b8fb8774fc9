package com.fabricadeagentes.agents.gate;

import com.fabricadeagentes.agents.tools.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what unittest and pytest print; names stand there only with {@code -v}. */
final class PythonText {

    private static final int LONGEST_LINE = 1_000;
    private static final Pattern RAN = Pattern.compile("Ran (\\d{1,9}) tests? in [\\d.]+s");
    private static final Pattern UNITTEST_END = Pattern.compile("(?:OK|FAILED|NO TESTS RAN)(?: \\((.*)\\))?");
    private static final Pattern UNITTEST_COUNT =
            Pattern.compile("(failures|errors|skipped|expected failures|unexpected successes)=(\\d{1,9})");
    private static final Pattern UNITTEST_TEST = Pattern.compile("(\\w+ \\([\\w.]+\\))(.*)");
    private static final Pattern UNITTEST_VERDICT =
            Pattern.compile(".* \\.\\.\\. (ok|FAIL|ERROR|skipped|expected failure|unexpected success)\\b.*");
    private static final Pattern PYTEST_END = Pattern.compile("=*\\s?(\\d.*|no tests ran) in \\d[\\d.]*s\\b.*");
    private static final Pattern PYTEST_COUNT = Pattern.compile("\\b(\\d{1,9}) (\\w+)");
    private static final Pattern PYTEST_TEST =
            Pattern.compile("(\\S.*::.*) (PASSED|FAILED|SKIPPED|XFAIL|XPASS|ERROR)(?: .*)?");

    private PythonText() {}

    static Optional<TestResults> read(String output) {
        var lines = output.lines().map(line -> Excerpt.head(line, LONGEST_LINE)).toList();
        return unittest(lines).or(() -> pytest(lines));
    }

    private static Optional<TestResults> unittest(List<String> lines) {
        int ran = -1;
        int failed = 0;
        int skipped = 0;
        for (var line : lines) {
            var begin = RAN.matcher(line);
            var end = UNITTEST_END.matcher(line);
            if (begin.matches()) {
                ran = Integer.parseInt(begin.group(1));
                failed = 0;
                skipped = 0;
            } else if (ran >= 0 && end.matches() && end.group(1) != null) {
                for (var count = UNITTEST_COUNT.matcher(end.group(1)); count.find(); ) {
                    int number = Integer.parseInt(count.group(2));
                    switch (count.group(1)) {
                        case "skipped", "expected failures" -> skipped += number;
                        default -> failed += number;
                    }
                }
            }
        }
        return ran < 0
                ? Optional.empty()
                : Optional.of(better(unittestNames(lines), Math.max(0, ran - failed - skipped), failed, skipped));
    }

    private static TestResults unittestNames(List<String> lines) {
        var tally = new Tally();
        var name = "";
        for (var line : lines) {
            var test = UNITTEST_TEST.matcher(line);
            name = test.matches() ? test.group(1) : name;
            var verdict = UNITTEST_VERDICT.matcher(line);
            if (!name.isEmpty() && verdict.matches()) {
                count(tally, name, verdict, 1);
                name = "";
            }
        }
        return tally.results();
    }

    private static Optional<TestResults> pytest(List<String> lines) {
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        boolean found = false;
        for (var line : lines) {
            var end = PYTEST_END.matcher(line);
            if (!end.matches()) {
                continue;
            }
            found = true;
            for (var count = PYTEST_COUNT.matcher(end.group(1)); count.find(); ) {
                int number = Integer.parseInt(count.group(1));
                switch (count.group(2)) {
                    case "passed", "xpassed" -> passed += number;
                    case "failed", "error", "errors" -> failed += number;
                    case "skipped", "xfailed" -> skipped += number;
                    default -> {}
                }
            }
        }
        return found ? Optional.of(better(pytestNames(lines), passed, failed, skipped)) : Optional.empty();
    }

    private static TestResults pytestNames(List<String> lines) {
        var tally = new Tally();
        for (var line : lines) {
            var test = PYTEST_TEST.matcher(line);
            if (test.matches()) {
                count(tally, test.group(1), test, 2);
            }
        }
        return tally.results();
    }

    private static void count(Tally tally, String name, Matcher line, int verdict) {
        switch (line.group(verdict)) {
            case "ok", "PASSED", "XPASS" -> tally.pass(name);
            case "skipped", "expected failure", "SKIPPED", "XFAIL" -> tally.skip(name);
            default -> tally.fail(name, "");
        }
    }

    /** The names, if they are all there and nothing that a test printed was taken for one. */
    private static TestResults better(TestResults named, int passed, int failed, int skipped) {
        boolean agree = named.passed() == passed && named.failed() == failed && named.skipped() == skipped;
        return agree ? named : PrintedResults.counts(passed, failed, skipped);
    }
}
