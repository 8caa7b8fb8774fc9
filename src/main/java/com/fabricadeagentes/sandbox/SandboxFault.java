package com.fabricadeagentes.sandbox;

import org.jspecify.annotations.Nullable;

/** The box could not be made: a fault of the machine, never of the command. The message says what helps. */
public final class SandboxFault extends Exception {

    public SandboxFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
