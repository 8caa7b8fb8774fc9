package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the broken rules of one thing, so that a person hears of all of them at once. */
final class Checks {

    static final int LONG_TEXT = 20_000;

    private final List<FieldError> errors = new ArrayList<>();

    Checks required(String field, String text, int longest) {
        if (text.isBlank()) {
            errors.add(new FieldError(field, "must not be empty"));
        }
        return text(field, text, longest);
    }

    Checks text(String field, @Nullable String text, int longest) {
        if (text == null) {
            return this;
        }
        // PostgreSQL stores no NUL in a text.
        return that(text.indexOf('\0') < 0, field, "must not contain the character NUL")
                .that(isWellFormed(text), field, "must not contain half a character")
                .that(text.length() <= longest, field, "must have at most " + longest + " characters");
    }

    /** A surrogate without its other half cannot be written as UTF-8. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    Checks range(String field, @Nullable Integer value, int lowest, int highest) {
        return that(
                value == null || (value >= lowest && value <= highest),
                field,
                "must be from " + lowest + " to " + highest);
    }

    Checks that(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new FieldError(field, message));
        }
        return this;
    }

    void orRefuse() {
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(List.copyOf(errors)).refused();
        }
    }
}
