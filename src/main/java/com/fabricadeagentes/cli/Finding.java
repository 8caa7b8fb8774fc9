package com.fabricadeagentes.cli;

/** What the doctor says of one thing. @param remedy the command that helps; empty where nothing is needed */
record Finding(Level level, String name, String state, String remedy) {

    enum Level {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String name, String state) {
        return new Finding(Level.OK, name, state, "");
    }

    static Finding warn(String name, String state, String remedy) {
        return new Finding(Level.WARN, name, state, remedy);
    }

    static Finding fail(String name, String state, String remedy) {
        return new Finding(Level.FAIL, name, state, remedy);
    }

    String line(Style style) {
        var word = "%-4s".formatted(level.name());
        var coloured = switch (level) {
            case OK -> style.good(word);
            case WARN -> style.warning(word);
            case FAIL -> style.bad(word);
        };
        var line = "%s  %-10s  %s".formatted(coloured, name, Text.line(state, 200));
        return remedy.isEmpty() ? line : line + "\n      → " + remedy;
    }
}
