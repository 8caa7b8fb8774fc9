package com.fabricadeagentes.agents.gate;

import java.util.Optional;
import java.util.regex.Pattern;

/** Makes of a gate's output what an agent needs to mend it, and little else. */
public final class Compaction {

    private static final int LONGEST = 4_000;
    private static final Pattern NOISE = Pattern.compile(
            "^\\[INFO].*|^\\[WARNING] *$|^\\[ERROR] *$|^Download(ing|ed).*|^\\s+at (java|jdk|org\\.junit|org\\.apache|sun)\\..*"
                    + "|^\\[ERROR] (-> \\[Help|To see the full|Re-run Maven|For more information|See |\\[Help).*"
                    + "|^\\s*at (async )?(node:|Test\\.|Suite).*|^\\s*\\.\\.\\. \\d+ more.*|^Picked up .*|^npm (notice|warn).*|^\\s*$");

    private Compaction() {}

    /** @param results the failing tests' own words come first where they are known */
    public static String of(String output, Optional<TestResults> results) {
        var failures = results.map(TestResults::failures).filter(list -> !list.isEmpty());
        if (failures.isPresent() && failures.get().stream().anyMatch(text -> text.contains("\n"))) {
            return bounded(clean(String.join("\n\n", failures.get())));
        }
        return bounded(clean(output));
    }

    private static String clean(String text) {
        var kept = new StringBuilder();
        text.lines()
                .filter(line -> !NOISE.matcher(line).matches())
                .forEach(line -> kept.append(line.replace("/work/", "")).append('\n'));
        return kept.toString().strip();
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int half = LONGEST / 2;
        return text.substring(0, half) + "\n[…]\n" + text.substring(text.length() - half);
    }
}
