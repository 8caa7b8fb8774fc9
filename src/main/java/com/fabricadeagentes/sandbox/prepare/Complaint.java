package com.fabricadeagentes.sandbox.prepare;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a package manager said went wrong, without what it says every time. */
final class Complaint {

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern ERROR = Pattern.compile("(\\[ERROR\\]|npm (error|ERR!)|ERROR:)(.*)");
    private static final Pattern USUAL = Pattern.compile("\\[Help|re-run Maven|Re-run Maven|For more information|"
            + "A complete log of this run|^\\s*$|full stack trace");
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 600;

    private Complaint() {}

    static String of(String output) {
        var lines = COLOUR.matcher(output).replaceAll("").lines().toList();
        var errors = lines.stream().filter(line -> ERROR.matcher(line).find()).toList();
        return kept(errors.isEmpty() ? lines : errors);
    }

    private static String kept(List<String> lines) {
        var telling = lines.stream()
                .filter(line -> !USUAL.matcher(ERROR.matcher(line).replaceFirst("$3")).find())
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .distinct()
                .toList();
        return telling.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
    }
}
