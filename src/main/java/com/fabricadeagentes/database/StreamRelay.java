package com.fabricadeagentes.database;

import static java.util.Objects.requireNonNull;

import com.fabricadeagentes.database.schema.Tables;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed events their place in the tenant's order. Placing locks the tenant's row of {@code stream_position}, so
 * that two nodes never interleave; an id taken inside the event's own transaction could become visible after a higher
 * one, and a client that resumes would miss it.
 */
@Component
public class StreamRelay {

    private static final Logger LOG = LoggerFactory.getLogger(StreamRelay.class);
    private static final int BATCH = 500;

    private final DSLContext jooq;
    private final TransactionTemplate transaction;
    private final AsyncTaskExecutor executor;
    private final List<Consumer<TenantId>> followers = new CopyOnWriteArrayList<>();
    private final Set<TenantId> awake = ConcurrentHashMap.newKeySet();

    StreamRelay(DSLContext jooq, TransactionTemplate transaction, AsyncTaskExecutor executor) {
        this.jooq = jooq;
        this.transaction = transaction;
        this.executor = executor;
    }

    /** Tells the follower, soon after events were placed, whose they are. News from other nodes is not told. */
    public void follow(Consumer<TenantId> follower) {
        followers.add(follower);
    }

    /** Places the tenant's events soon, on another thread. */
    void wake(TenantId tenant) {
        if (!awake.add(tenant)) {
            return;
        }
        executor.execute(() -> {
            awake.remove(tenant);
            try {
                place(tenant);
            } catch (RuntimeException failed) {
                LOG.warn("Placing events failed; the sweep will do it", failed);
            }
        });
    }

    /** Places all of the tenant's events that have none. */
    public void place(TenantId tenant) {
        var placed = Scope.ofPlatform(tenant, "stream relay").call(() -> {
            int total = 0;
            int batch;
            do {
                batch = requireNonNull(transaction.execute(_ -> placeBatch()));
                total += batch;
            } while (batch == BATCH);
            return total;
        });
        if (placed > 0) {
            followers.forEach(follower -> follower.accept(tenant));
        }
    }

    private int placeBatch() {
        var stored = Tables.STORED_EVENT;
        long last = lockPosition();
        var waiting = jooq.select(stored.ID)
                .from(stored)
                .where(Tenanted.own(stored))
                .and(stored.STREAM_SEQ.isNull())
                .orderBy(stored.ID)
                .limit(BATCH)
                .fetch(stored.ID);
        for (var id : waiting) {
            jooq.update(stored)
                    .set(stored.STREAM_SEQ, ++last)
                    .where(Tenanted.own(stored))
                    .and(stored.ID.eq(id))
                    .execute();
        }
        if (!waiting.isEmpty()) {
            var position = Tables.STREAM_POSITION;
            jooq.update(position)
                    .set(position.LAST_SEQ, last)
                    .where(Tenanted.own(position))
                    .execute();
        }
        return waiting.size();
    }

    /** An update that changes nothing locks the row on both databases; SQLite has no {@code for update}. */
    private long lockPosition() {
        var position = Tables.STREAM_POSITION;
        jooq.insertInto(position)
                .set(position.TENANT_ID, Tenanted.tenant())
                .set(position.LAST_SEQ, 0L)
                .onConflict(position.TENANT_ID)
                .doNothing()
                .execute();
        jooq.update(position)
                .set(position.LAST_SEQ, position.LAST_SEQ)
                .where(Tenanted.own(position))
                .execute();
        return requireNonNull(jooq.select(position.LAST_SEQ)
                .from(position)
                .where(Tenanted.own(position))
                .fetchSingle(position.LAST_SEQ));
    }
}
