package com.fabricadeagentes.edge.idempotency;

import static com.fabricadeagentes.database.schema.Tables.IDEMPOTENT_REQUEST;

import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.IdempotentRequestRecord;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that carry an {@code Idempotency-Key}, by tenant, person and key. */
@Component
public class IdempotentRequests {

    private static final Duration KEPT = Duration.ofHours(24);

    /** After that, a request without an answer is taken for one whose node died. */
    private static final Duration LONGEST_FLIGHT = Duration.ofMinutes(5);

    private final DSLContext jooq;
    private final Clock clock;

    IdempotentRequests(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    /** What a key meant when it came. */
    sealed interface Claim {

        /** New: do the work, then {@link #answer} or {@link #release}. */
        record Fresh(UUID id) implements Claim {}

        record Answered(StoredAnswer answer) implements Claim {}

        record InFlight() implements Claim {}

        /** The key was used for another request. */
        record Misused() implements Claim {}
    }

    @Transactional
    public Claim claim(String key, String fingerprint) {
        var now = clock.instant();
        jooq.deleteFrom(IDEMPOTENT_REQUEST)
                .where(mine(key))
                .and(IDEMPOTENT_REQUEST
                        .CREATED_AT
                        .lt(now.minus(KEPT))
                        .or(IDEMPOTENT_REQUEST
                                .RESPONSE_STATUS
                                .isNull()
                                .and(IDEMPOTENT_REQUEST.CREATED_AT.lt(now.minus(LONGEST_FLIGHT)))))
                .execute();
        var id = Ids.next();
        return insert(id, key, fingerprint, now)
                ? new Claim.Fresh(id)
                : jooq.selectFrom(IDEMPOTENT_REQUEST)
                        .where(mine(key))
                        .fetchOptional(row -> judged(row, fingerprint))
                        .orElse(new Claim.InFlight());
    }

    @Transactional
    public void answer(UUID id, StoredAnswer answer) {
        jooq.update(IDEMPOTENT_REQUEST)
                .set(IDEMPOTENT_REQUEST.RESPONSE_STATUS, answer.status())
                .set(IDEMPOTENT_REQUEST.RESPONSE_TYPE, answer.contentType())
                .set(IDEMPOTENT_REQUEST.RESPONSE_LOCATION, answer.location())
                .set(IDEMPOTENT_REQUEST.RESPONSE_BODY, answer.body())
                .where(Tenanted.own(IDEMPOTENT_REQUEST), IDEMPOTENT_REQUEST.ID.eq(id))
                .execute();
    }

    /** The request came to nothing: the key may be tried again. */
    @Transactional
    public void release(UUID id) {
        jooq.deleteFrom(IDEMPOTENT_REQUEST)
                .where(Tenanted.own(IDEMPOTENT_REQUEST), IDEMPOTENT_REQUEST.ID.eq(id))
                .execute();
    }

    private boolean insert(UUID id, String key, String fingerprint, Instant now) {
        return jooq.insertInto(IDEMPOTENT_REQUEST)
                        .set(IDEMPOTENT_REQUEST.TENANT_ID, Tenanted.tenant())
                        .set(IDEMPOTENT_REQUEST.ID, id)
                        .set(IDEMPOTENT_REQUEST.PERSON_ID, person())
                        .set(IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY, key)
                        .set(IDEMPOTENT_REQUEST.FINGERPRINT, fingerprint)
                        .set(IDEMPOTENT_REQUEST.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Condition mine(String key) {
        return Tenanted.own(IDEMPOTENT_REQUEST)
                .and(IDEMPOTENT_REQUEST.PERSON_ID.eq(person()))
                .and(IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY.eq(key));
    }

    private static UUID person() {
        return Scope.current().actor().id().value();
    }

    private static Claim judged(IdempotentRequestRecord row, String fingerprint) {
        if (!row.getFingerprint().equals(fingerprint)) {
            return new Claim.Misused();
        }
        if (row.getResponseStatus() == null) {
            return new Claim.InFlight();
        }
        return new Claim.Answered(new StoredAnswer(
                row.getResponseStatus(),
                row.getResponseType(),
                row.getResponseLocation(),
                Objects.requireNonNullElse(row.getResponseBody(), new byte[0])));
    }
}
