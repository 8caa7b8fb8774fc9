package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.kernel.Refusal;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parameters that every list takes. */
record ListRequest(
        @Parameter(description = "How many, 1 to 200.") @Schema(type = "integer", defaultValue = "50") @Nullable
        String limit,

        @Parameter(description = "Where the last page ended: its next_cursor.") @Nullable
        String cursor,

        @Parameter(description = "A field's name, with - before it for descending.") @Nullable
        String sort) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 200;

    /** @throws com.fabricadeagentes.kernel.Refused as malformed */
    Window window(String usualSort) {
        return new Window(limit == null ? USUAL : count(limit), cursor, sort == null ? usualSort : sort);
    }

    private static int count(String limit) {
        var wished = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
        if (wished < 1 || wished > MOST) {
            throw malformed("limit must be from 1 to " + MOST + ".");
        }
        return wished;
    }

    Window window() {
        return window(Window.NEWEST_FIRST);
    }

    /** The text to search for. @throws com.fabricadeagentes.kernel.Refused as malformed */
    static @Nullable String text(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_TEXT || q.indexOf('\0') >= 0) {
            throw malformed("q must have at most " + LONGEST_TEXT + " characters, none of them NUL.");
        }
        return q.strip();
    }

    static RuntimeException malformed(String detail) {
        return new Refusal.Malformed(detail).refused();
    }
}
