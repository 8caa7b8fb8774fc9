package com.fabricadeagentes.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended: the values of the sort columns of its last row. Opaque to clients. */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\n";

    public static Cursor at(Object... values) {
        return new Cursor(java.util.Arrays.stream(values).map(String::valueOf).toList());
    }

    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a client's cursor. @throws Refused as malformed where it is none of ours */
    public static Cursor decode(String text, int parts) {
        try {
            var values = List.of(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (values.size() == parts) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException broken) {
            throw malformed();
        }
        throw malformed();
    }

    private static Refused malformed() {
        return new Refusal.Malformed("The cursor is not one this list gave; start again without it.").refused();
    }
}
