package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a thing came to be what it is.
 *
 * @param version grows by one with each change
 * @param deletedAt null while it is there
 */
public record Trace(
        long version,
        Instant createdAt,
        UserId createdBy,
        Instant updatedAt,
        UserId updatedBy,
        @Nullable Instant deletedAt) {

    public static Trace created(Stamp stamp) {
        return new Trace(1, stamp.at(), stamp.by(), stamp.at(), stamp.by(), null);
    }

    public Trace changed(Stamp stamp) {
        return new Trace(version + 1, createdAt, createdBy, stamp.at(), stamp.by(), deletedAt);
    }

    public Trace deleted(Stamp stamp) {
        return new Trace(version + 1, createdAt, createdBy, stamp.at(), stamp.by(), stamp.at());
    }

    public Trace restored(Stamp stamp) {
        return new Trace(version + 1, createdAt, createdBy, stamp.at(), stamp.by(), null);
    }

    /**
     * Refuses a change that was made from an older version.
     *
     * @param expected the version the change was made from; null where the client does not care
     */
    public void expect(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Refusal.Stale(version).refused();
        }
    }
}
