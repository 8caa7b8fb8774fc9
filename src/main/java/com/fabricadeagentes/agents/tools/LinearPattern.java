package com.fabricadeagentes.agents.tools;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Patterns that come from a model. RE2 takes time linear in text and pattern, but a few nested counts make a pattern of
 * a million steps, so those are bounded too.
 */
final class LinearPattern {

    private static final int LONGEST = 1_000;
    private static final int MOST_REPEATS = 1_000;
    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{1,9}))?");

    private LinearPattern() {}

    static Pattern of(String expression) throws BadInput {
        if (expression.isEmpty() || expression.length() > LONGEST) {
            throw new BadInput("A pattern has 1 to " + LONGEST + " characters.");
        }
        if (repeats(expression) > MOST_REPEATS) {
            throw new BadInput("That pattern repeats too much: its counts multiply to more than " + MOST_REPEATS + ".");
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException broken) {
            throw new BadInput("That is no regular expression (RE2): " + broken.getDescription() + ".");
        }
    }

    private static long repeats(String expression) {
        long product = 1;
        for (var count = COUNT.matcher(expression); count.find() && product <= MOST_REPEATS; ) {
            var most = count.group(2) == null ? count.group(1) : count.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }
}
