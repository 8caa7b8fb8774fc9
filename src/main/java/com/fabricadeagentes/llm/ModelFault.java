package com.fabricadeagentes.llm;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that gave no answer. Adapters do not retry: the loop does, and records each try. */
public final class ModelFault extends Exception {

    /** What happened, and so whether trying again can help. */
    public enum Kind {
        /** 429: too many; {@link #retryAfter} tells when. */
        RATE_LIMITED(true),
        /** 529 and the in-stream overloaded error. */
        OVERLOADED(true),
        /** 500, 502, 503, 504, a refused or lost connection. */
        UNAVAILABLE(true),
        /** The answer's stream ended before the answer did, or could not be read. */
        STREAM_CUT(true),
        /** 400, 404, 413, 422: the same request fails again. */
        INVALID_REQUEST(false),
        /** 401, 402, 403: key, plan or permission. */
        NOT_ALLOWED(false),
        /** No provider is configured that could answer this. */
        NOT_CONFIGURED(false);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        public boolean passing() {
            return passing;
        }
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    public ModelFault(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the provider asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
