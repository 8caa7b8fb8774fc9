package com.fabricadeagentes.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a use case changed: the thing after it, and before it where there was one.
 *
 * @param after null when the thing was deleted
 */
public record Changed<T extends @Nullable Object>(
        UUID resource, @Nullable T before, T after) {

    public static <T> Changed<T> created(Id id, T after) {
        return new Changed<>(id.value(), null, after);
    }

    public static <T> Changed<T> from(Id id, T before, T after) {
        return new Changed<>(id.value(), before, after);
    }
}
