package com.fabricadeagentes.agents.runs;

import static com.fabricadeagentes.database.schema.Tables.RUN_EVENT;

import com.fabricadeagentes.agents.RunEventAppended;
import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.loop.Recorded;
import com.fabricadeagentes.agents.loop.RunEvent;
import com.fabricadeagentes.agents.loop.RunEvents;
import com.fabricadeagentes.agents.loop.RunState;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.vault.Sealer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The append-only history of runs. What is appended is stored, summed up and told to the board in one transaction. */
@Repository
public class Journal {

    private final DSLContext jooq;
    private final Clock clock;
    private final Sealer sealer;
    private final Runs runs;
    private final BoardNews news;
    private final Events events;

    Journal(DSLContext jooq, Clock clock, Sealer sealer, Runs runs, BoardNews news, Events events) {
        this.jooq = jooq;
        this.clock = clock;
        this.sealer = sealer;
        this.runs = runs;
        this.news = news;
        this.events = events;
    }

    /** An event as the API shows it. */
    public record Entry(
            UUID id, int seq, String type, @Nullable String phase, Instant at, RunEvent data) {}

    @Transactional(readOnly = true)
    public RunState state(RunId run) {
        return RunState.fold(entries(run, 0, Integer.MAX_VALUE).stream()
                .map(entry -> new Recorded(entry.seq(), entry.at(), entry.data()))
                .toList());
    }

    /** The run's history after {@code seq}, in order. */
    @Transactional(readOnly = true)
    public List<Entry> entries(RunId run, int after, int limit) {
        return jooq.selectFrom(RUN_EVENT)
                .where(Tenanted.own(RUN_EVENT))
                .and(RUN_EVENT.RUN_ID.eq(run.value()))
                .and(RUN_EVENT.SEQ.gt(after))
                .orderBy(RUN_EVENT.SEQ)
                .limit(limit)
                .fetch(row -> new Entry(
                        row.getId(),
                        row.getSeq(),
                        row.getType(),
                        row.getPhase(),
                        row.getOccurredAt(),
                        RunEvents.read(row.getType(), sealer.openText(row.getData()))));
    }

    /**
     * Appends, all or nothing.
     *
     * @return the state after it
     * @throws Lease.Lost where somebody else holds the run, and nothing is written
     */
    @Transactional
    public RunState append(Lease lease, Run run, RunState before, List<? extends RunEvent> more) {
        var recorded = recorded(before, more);
        var after = before.with(recorded);
        news.tell(run, before, after, more);
        write(lease, run, before, recorded, after);
        return after;
    }

    /** Appends a person's word, and with it ends the lease of whoever works on the run. */
    @Transactional
    public void interject(Run run, RunEvent event) {
        var before = state(run.id());
        var recorded = recorded(before, List.of(event));
        var after = before.with(recorded);
        news.tell(run, before, after, List.of(event));
        write(new Lease(run.id(), runs.takeOver(run.id())), run, before, recorded, after);
    }

    private List<Recorded> recorded(RunState before, List<? extends RunEvent> more) {
        var now = clock.instant();
        var recorded = new ArrayList<Recorded>();
        for (var event : more) {
            recorded.add(new Recorded(before.lastSeq() + recorded.size() + 1, now, event));
        }
        return recorded;
    }

    /** After the board's news: whoever moves a story locks the board first and the run's row second, and so do we. */
    private void write(Lease lease, Run run, RunState before, List<Recorded> recorded, RunState after) {
        if (!runs.update(lease.run(), lease.fencing(), before.lastSeq(), after)) {
            throw new Lease.Lost(lease.run());
        }
        var state = before;
        for (var one : recorded) {
            state = state.with(List.of(one));
            insert(run, one, state);
        }
    }

    private void insert(Run run, Recorded one, RunState state) {
        var type = RunEvents.type(one.event());
        jooq.insertInto(RUN_EVENT)
                .set(RUN_EVENT.TENANT_ID, Tenanted.tenant())
                .set(RUN_EVENT.ID, Ids.next())
                .set(RUN_EVENT.RUN_ID, run.id().value())
                .set(RUN_EVENT.SEQ, one.seq())
                .set(RUN_EVENT.TYPE, type)
                .set(RUN_EVENT.PHASE, state.phase().map(Enum::name).orElse(null))
                .set(RUN_EVENT.OCCURRED_AT, one.at())
                .set(RUN_EVENT.DATA, sealer.seal(Json.write(one.event())))
                .execute();
        var appended = new RunEventAppended(
                run.id().value(), run.story().value(), run.project().value(), one.seq(), type);
        events.publish(appended, run.project().value());
    }
}
