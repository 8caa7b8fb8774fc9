package com.fabricadeagentes.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the business expects to say no to. Each kind is mapped once, at the edge, to a problem (RFC 9457) whose
 * {@code type} is stable.
 */
public sealed interface Refusal {

    /** A sentence for the person: what is wrong and what to do next. */
    String detail();

    /** Not there, or another tenant's: 404 with the same body. */
    record NotFound(String what) implements Refusal {
        @Override
        public String detail() {
            return "There is no such " + what + ".";
        }
    }

    /** Not permitted within one's own tenant: 403. */
    record Forbidden(String permission) implements Refusal {
        @Override
        public String detail() {
            return "This needs the permission " + permission + ", which your role does not hold.";
        }
    }

    /** A duplicate or an illegal state: 409. {@code more} is added to the problem, e.g. {@code allowed}. */
    record Conflict(String reason, String detail, Map<String, Object> more) implements Refusal {
        public Conflict(String reason, String detail) {
            this(reason, detail, Map.of());
        }
    }

    /** {@code If-Match} was given and is stale: 412. */
    record Stale(long current) implements Refusal {
        @Override
        public String detail() {
            return "This was changed meanwhile; load it again (its version is now " + current + ").";
        }
    }

    /** Fields that break a rule: 422. */
    record Invalid(List<FieldError> errors) implements Refusal {
        public static Invalid field(String field, String message) {
            return new Invalid(List.of(new FieldError(field, message)));
        }

        @Override
        public String detail() {
            return "Some fields are not right; see errors.";
        }
    }

    /** A parameter or cursor that cannot be read: 400. */
    record Malformed(String detail) implements Refusal {}

    /** Not signed in, or not any longer: 401. */
    record Unauthenticated(String detail) implements Refusal {}

    /** Too many attempts: 429 with {@code Retry-After}. */
    record TooMany(String detail, Duration retryAfter) implements Refusal {}

    /** A field by its JSON path, and what would be right. */
    record FieldError(String field, String message) {}

    default Refused refused() {
        return new Refused(this);
    }
}
