package com.fabricadeagentes.kernel;

import java.util.UUID;

/** A person who signs in. */
public record UserId(UUID value) implements Id {

    public static UserId next() {
        return new UserId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
