package com.fabricadeagentes.database.guard;

/** Ends the judging of a statement with the reason to refuse it. */
final class Untied extends RuntimeException {

    Untied(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
