package com.fabricadeagentes.edge.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as the next asker with the same key gets it. */
record StoredAnswer(
        int status, @Nullable String contentType, @Nullable String location, byte[] body) {}
