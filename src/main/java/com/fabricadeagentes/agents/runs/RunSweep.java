package com.fabricadeagentes.agents.runs;

import static com.fabricadeagentes.database.schema.Tables.RUN;
import static com.fabricadeagentes.database.schema.Tables.STORY;

import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.jobs.Sweep;
import com.fabricadeagentes.kernel.Platform;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Behind the watcher: finds stories in READY without a run and runs that nobody works on. */
@Component
class RunSweep implements Sweep {

    private record Found(TenantId tenant, UUID id) {}

    private final DSLContext jooq;
    private final Platform platform;
    private final StartRuns starts;

    RunSweep(DSLContext jooq, Platform platform, StartRuns starts) {
        this.jooq = jooq;
        this.platform = platform;
        this.starts = starts;
    }

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        platform.unbound("find ready stories that no run was made for", this::readyStories)
                .forEach(found -> within(found, () -> starts.start(new StoryId(found.id()))));
        platform.unbound("find runs that nobody works on", this::openRuns)
                .forEach(found -> within(found, () -> starts.enqueue(new RunId(found.id()))));
    }

    private List<Found> readyStories() {
        return jooq.select(STORY.TENANT_ID, STORY.ID)
                .from(STORY)
                .where(STORY.STATUS.eq(StoryStatus.READY.name()))
                .and(STORY.BLOCKED.isFalse())
                .and(STORY.DELETED_AT.isNull())
                .andNotExists(jooq.selectOne()
                        .from(RUN)
                        .where(RUN.TENANT_ID.eq(STORY.TENANT_ID))
                        .and(RUN.STORY_ID.eq(STORY.ID))
                        .and(RUN.FINISHED_AT.isNull()))
                .fetch(row -> new Found(new TenantId(row.value1()), row.value2()));
    }

    private List<Found> openRuns() {
        return jooq.select(RUN.TENANT_ID, RUN.ID)
                .from(RUN)
                .where(RUN.STATUS.in(RunStatus.QUEUED.name(), RunStatus.RUNNING.name()))
                .fetch(row -> new Found(new TenantId(row.value1()), row.value2()));
    }

    private static void within(Found found, Runnable work) {
        Scope.ofPlatform(found.tenant(), "run sweep").run(work);
    }
}
