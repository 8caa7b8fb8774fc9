package com.fabricadeagentes.agents.tools;

/** A tool cannot be used like that; the message tells the model why and what would work. */
final class BadInput extends Exception {

    BadInput(String message) {
        super(message, null, false, false);
    }
}
