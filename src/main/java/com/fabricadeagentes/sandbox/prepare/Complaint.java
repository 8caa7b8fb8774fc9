package com.fabricadeagentes.sandbox.prepare;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a package manager said went wrong, without what it says every time. */
final class Complaint {

    private static final Pattern NOISE = Pattern.compile("\u001B\\[[0-9;]*m| -> \\[Help \\d+]");
    private static final Pattern ERROR = Pattern.compile("\\[ERROR]|npm (error|ERR!)|ERROR:");

    /** Advice on how to learn more, and empty lines. */
    private static final Pattern USUAL = Pattern.compile("(\\[ERROR]|npm (error|ERR!))?\\s*(\\[Help.*|To see the full.*"
            + "|Re-run Maven.*|For more information.*|A complete log.*)?");

    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 600;

    private Complaint() {}

    static String of(String output) {
        var lines = NOISE.matcher(output).replaceAll("").lines().toList();
        var errors = lines.stream().filter(line -> ERROR.matcher(line).find()).toList();
        return kept(errors.isEmpty() ? lines : errors);
    }

    private static String kept(List<String> lines) {
        var telling = lines.stream()
                .filter(line -> !USUAL.matcher(line).matches())
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .distinct()
                .toList();
        return telling.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
    }
}
