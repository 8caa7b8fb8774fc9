package com.fabricadeagentes.audit;

import com.fabricadeagentes.kernel.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence.
 *
 * @param action what was done or tried, as {@code story.move}
 * @param before JSON without secrets; null where the thing was created
 * @param after JSON without secrets; null where it was deleted or nothing changed
 * @param detail why it was refused
 */
record AuditEntry(
        UUID id,
        Instant recordedAt,
        Actor actor,
        String action,
        @Nullable UUID resource,
        Outcome outcome,
        @Nullable String before,
        @Nullable String after,
        @Nullable String detail,
        String request) {

    enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }
}
