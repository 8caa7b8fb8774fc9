package com.fabricadeagentes.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a command writes and what it asks. Colours only where a person looks at them. */
final class Terminal {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Style style;
    private final @Nullable Console console;

    Terminal(PrintWriter out, PrintWriter err, Style style, @Nullable Console console) {
        this.out = out;
        this.err = err;
        this.style = style;
        this.console = console;
    }

    static Terminal ofProcess(Map<String, String> environment) {
        var console = System.console();
        var atTerminal = console != null && console.isTerminal();
        var noColour = environment.getOrDefault("NO_COLOR", "");
        return new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                atTerminal && noColour.isEmpty() ? Style.COLOURED : Style.PLAIN,
                atTerminal ? console : null);
    }

    Style style() {
        return style;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    void say(String line) {
        out.println(line);
    }

    void complain(String line) {
        err.println(line);
    }

    /** @throws Trouble with {@code otherwise} where nobody can be asked */
    String askSecretly(String prompt, String otherwise) {
        var answer = console == null ? null : console.readPassword("%s", prompt);
        if (answer == null) {
            throw new Trouble(otherwise);
        }
        return new String(answer);
    }
}
