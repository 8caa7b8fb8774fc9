package com.fabricadeagentes.llm.offline.agent;

import java.util.List;
import java.util.regex.Pattern;

/** Text as tools give it. */
final class Lines {

    private static final Pattern NUMBER = Pattern.compile("^ *\\d+ ?(?:\\t|→|: ?|\\| ?| {2})");

    private Lines() {}

    static String withoutNumber(String line) {
        return NUMBER.matcher(line).replaceFirst("");
    }

    /** A text with conflict markers as it was on either side; a text without them as it is. */
    static List<String> sidesOfConflict(String text) {
        if (!text.contains("\n<<<<<<<") && !text.startsWith("<<<<<<<")) {
            return List.of(text);
        }
        return List.of(side(text, true), side(text, false));
    }

    private static String side(String text, boolean ours) {
        var side = new StringBuilder();
        var within = 0;
        for (var line : text.lines().toList()) {
            if (line.startsWith("<<<<<<<")) {
                within = 1;
            } else if (line.startsWith("|||||||")) {
                within = 2;
            } else if (line.startsWith("=======") && within > 0) {
                within = 3;
            } else if (line.startsWith(">>>>>>>")) {
                within = 0;
            } else if (within == 0 || within == (ours ? 1 : 3)) {
                side.append(line).append('\n');
            }
        }
        return side.toString();
    }
}
