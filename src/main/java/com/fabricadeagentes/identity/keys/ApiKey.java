package com.fabricadeagentes.identity.keys;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine's way in, with its person's permissions. The key itself is shown once and stored only as a hash.
 *
 * @param hint the key's first characters, by which people tell keys apart
 */
record ApiKey(
        ApiKeyId id,
        UserId person,
        String name,
        String hint,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    record ApiKeyId(UUID value) implements Id {}
}
