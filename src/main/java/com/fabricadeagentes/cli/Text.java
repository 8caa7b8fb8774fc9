package com.fabricadeagentes.cli;

import java.time.Duration;

/** Makes words from elsewhere fit for a terminal: what a model or a story says must not steer it. */
final class Text {

    private static final char ELLIPSIS = '…';

    private Text() {}

    /** Without control characters and without those that turn the direction of writing; lines and tabs stay. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().filter(Text::harmless).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Plain, on one line, cut at {@code width} characters. */
    static String line(String text, int width) {
        var line = plain(text).replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= width) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, width - 1)) + ELLIPSIS;
    }

    /** As {@code 1:05}, or {@code 1:02:05} from an hour on. */
    static String clock(Duration elapsed) {
        var minutesAndSeconds = elapsed.toHours() == 0
                ? "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart())
                : "%02d:%02d".formatted(elapsed.toMinutesPart(), elapsed.toSecondsPart());
        return elapsed.toHours() == 0 ? minutesAndSeconds : elapsed.toHours() + ":" + minutesAndSeconds;
    }

    private static boolean harmless(int character) {
        return character == '\n'
                || character == '\t'
                || switch (Character.getType(character)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                    default -> true;
                };
    }
}
