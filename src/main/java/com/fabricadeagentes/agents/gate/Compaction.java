package com.fabricadeagentes.agents.gate;

import com.fabricadeagentes.agents.tools.Excerpt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes of a gate's output what an agent needs to mend it, and little else. */
public final class Compaction {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_LINE = 500;
    private static final String PYTEST_FAILURES = " FAILURES ===";
    private static final Pattern NOISE = Pattern.compile(
            "\\[INFO].*|\\[WARNING] *|\\[ERROR] *|Download(?:ing|ed).*|\\s+at (?:java|jdk|org\\.junit|org\\.apache|sun)\\..*"
                    + "|\\[ERROR] (?:-> \\[Help|To see the full|Re-run Maven|For more information|See |\\[Help).*"
                    + "|\\s*(?:at )?(?:async )?(?:node:|Test\\.|Suite\\.|TestContext\\.|Promise\\.).*"
                    + "|\\s*\\.\\.\\. \\d+ more.*|Picked up .*|npm (?:notice|warn).*|duration_ms: .*|\\s*");

    private Compaction() {}

    /** @param results the failing tests' own words come first where they are known */
    public static String of(String output, Optional<TestResults> results) {
        var failures = results.map(TestResults::failures).orElse(List.of());
        if (failures.stream().anyMatch(text -> text.contains("\n"))) {
            return bounded(clean(String.join("\n\n", failures)));
        }
        int pytest = output.indexOf(PYTEST_FAILURES);
        return bounded(clean(pytest < 0 ? output : output.substring(pytest)));
    }

    /** Maven says each error twice. */
    private static String clean(String text) {
        var errors = new HashSet<String>();
        var kept = new StringBuilder();
        text.lines()
                .map(line -> Excerpt.begin(line, LONGEST_LINE))
                .filter(line -> !NOISE.matcher(line).matches())
                .filter(line -> !line.startsWith("[ERROR]") || errors.add(line))
                .forEach(line -> kept.append(line.replace("/work/", "")).append('\n'));
        return kept.toString().strip();
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST
                ? text
                : Excerpt.head(text, LONGEST / 2) + "\n[…]\n" + Excerpt.tail(text, LONGEST / 2);
    }
}
