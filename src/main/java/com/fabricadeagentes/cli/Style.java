package com.fabricadeagentes.cli;

/** How emphasis is written: as escapes of the terminal, or not at all. */
enum Style {
    PLAIN,
    COLOURED;

    String good(String text) {
        return with("32", text);
    }

    String bad(String text) {
        return with("31", text);
    }

    String warning(String text) {
        return with("33", text);
    }

    String strong(String text) {
        return with("1", text);
    }

    String faint(String text) {
        return with("2", text);
    }

    private String with(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
