package com.fabricadeagentes.sandbox.toolchains;

import java.nio.file.Path;

/**
 * A tool that was found and answered.
 *
 * @param path the program, or for a Python module the interpreter that has it
 * @param version what it said of itself, as {@code 25.0.1}
 */
public record Tool(String name, Path path, String version) {

    int major() {
        var digits = version.split("\\D", 2)[0];
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
