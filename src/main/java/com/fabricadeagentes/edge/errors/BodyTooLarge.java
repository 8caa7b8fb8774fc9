package com.fabricadeagentes.edge.errors;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Thrown while a body is read, when it turns out to be larger than allowed. */
public final class BodyTooLarge extends IOException {

    public BodyTooLarge() {
        super("the body is too large");
    }

    public static Problem problem() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is larger than 1 MiB.");
    }
}
