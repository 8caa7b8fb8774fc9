package com.fabricadeagentes.edge.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How one thing that the platform stands on is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Check(Status status, @Nullable String detail) {

    enum Status {
        UP,
        DOWN,
        DISABLED
    }

    static final Check UP = new Check(Status.UP, null);

    static Check down(String detail) {
        return new Check(Status.DOWN, detail);
    }

    boolean isDown() {
        return status == Status.DOWN;
    }
}
