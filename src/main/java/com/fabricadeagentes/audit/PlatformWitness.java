package com.fabricadeagentes.audit;

import static com.fabricadeagentes.database.schema.Tables.PLATFORM_WORK;

import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Platform;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps why work was done across tenants, and how often. Sweeps come every second, so uses are counted here and written
 * once a minute, never in the transaction or on the thread of the work itself.
 */
@Component
class PlatformWitness implements Platform.Witness {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformWitness.class);
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private final DSLContext jooq;
    private final Clock clock;
    private final ConcurrentMap<String, Uses> unwritten = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("platform-witness").factory());

    PlatformWitness(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
        writer.scheduleWithFixedDelay(
                this::write, BETWEEN_WRITES.toSeconds(), BETWEEN_WRITES.toSeconds(), TimeUnit.SECONDS);
    }

    private record Uses(long count, Instant first, Instant last) {}

    @Override
    public void unbound(String why) {
        var now = clock.instant();
        unwritten.merge(why, new Uses(1, now, now), (before, _) -> new Uses(before.count() + 1, before.first(), now));
    }

    void write() {
        for (String why : unwritten.keySet()) {
            var uses = unwritten.remove(why);
            if (uses != null) {
                write(why, uses);
            }
        }
    }

    private void write(String why, Uses uses) {
        try {
            jooq.insertInto(PLATFORM_WORK)
                    .set(PLATFORM_WORK.ID, Ids.next())
                    .set(PLATFORM_WORK.REASON, why)
                    .set(PLATFORM_WORK.FIRST_AT, uses.first())
                    .set(PLATFORM_WORK.LAST_AT, uses.last())
                    .set(PLATFORM_WORK.USES, uses.count())
                    .onConflict(PLATFORM_WORK.REASON)
                    .doUpdate()
                    .set(PLATFORM_WORK.LAST_AT, uses.last())
                    .set(PLATFORM_WORK.USES, PLATFORM_WORK.USES.plus(uses.count()))
                    .execute();
        } catch (DataAccessException later) {
            LOG.atWarn()
                    .addKeyValue("reason", why)
                    .setCause(later)
                    .log("Work across tenants could not be recorded yet");
            unwritten.merge(
                    why, uses, (more, kept) -> new Uses(more.count() + kept.count(), kept.first(), more.last()));
        }
    }

    @PreDestroy
    void close() {
        writer.shutdownNow();
        write();
    }
}
