package com.fabricadeagentes.edge.idempotency;

import static com.fabricadeagentes.database.schema.Tables.IDEMPOTENT_REQUEST;

import com.fabricadeagentes.jobs.Sweep;
import com.fabricadeagentes.kernel.Platform;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Removes answers that nobody will ask for again, of all tenants. */
@Component
final class ForgetOldRequests implements Sweep {

    private static final Duration KEPT = Duration.ofHours(25);

    private final DSLContext jooq;
    private final Platform platform;
    private final Clock clock;

    ForgetOldRequests(DSLContext jooq, Platform platform, Clock clock) {
        this.jooq = jooq;
        this.platform = platform;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-requests";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var oldest = clock.instant().minus(KEPT);
        platform.unbound(
                "forgetting old idempotency keys",
                () -> jooq.deleteFrom(IDEMPOTENT_REQUEST)
                        .where(IDEMPOTENT_REQUEST.CREATED_AT.lt(oldest))
                        .execute());
    }
}
