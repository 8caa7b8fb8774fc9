package com.fabricadeagentes.cli;

/** What ends a command with exit code 1; the message is the one line that the person reads. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Trouble(String message) {
        this(0, message);
    }

    /** @param status the HTTP status behind it */
    Trouble(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
