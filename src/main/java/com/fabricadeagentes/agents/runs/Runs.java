package com.fabricadeagentes.agents.runs;

import static com.fabricadeagentes.database.schema.Tables.RUN;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agents.loop.RunState;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.RunRecord;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.llm.Usage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The rows of runs, of the bound tenant. */
@Repository
public class Runs {

    private static final List<String> ON_ITS_WAY = java.util.Arrays.stream(RunStatus.values())
            .filter(RunStatus::onItsWay)
            .map(RunStatus::name)
            .toList();

    private final DSLContext jooq;
    private final Clock clock;

    Runs(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    /** A new run, QUEUED. At most one of a story may be on its way: a second is a duplicate key. */
    RunId add(ProjectId project, StoryId story) {
        var id = RunId.next();
        var now = clock.instant();
        jooq.insertInto(RUN)
                .set(RUN.TENANT_ID, Tenanted.tenant())
                .set(RUN.ID, id.value())
                .set(RUN.PROJECT_ID, project.value())
                .set(RUN.STORY_ID, story.value())
                .set(RUN.STATUS, RunStatus.QUEUED.name())
                .set(RUN.ATTEMPT, 1)
                .set(RUN.INPUT_TOKENS, 0L)
                .set(RUN.OUTPUT_TOKENS, 0L)
                .set(RUN.CACHE_READ_TOKENS, 0L)
                .set(RUN.CACHE_WRITE_TOKENS, 0L)
                .set(RUN.COST_MICROS, 0L)
                .set(RUN.COMMITTING, false)
                .set(RUN.FENCING, 0L)
                .set(RUN.LAST_SEQ, 0)
                .set(RUN.VERSION, 1L)
                .set(RUN.CREATED_AT, now)
                .set(RUN.CREATED_BY, Scope.current().actor().id().value())
                .set(RUN.UPDATED_AT, now)
                .execute();
        return id;
    }

    public Optional<Run> find(RunId id) {
        return one(RUN.ID.eq(id.value()));
    }

    public Optional<Run> onItsWay(StoryId story) {
        return one(RUN.STORY_ID.eq(story.value()).and(RUN.STATUS.in(ON_ITS_WAY)));
    }

    private Optional<Run> one(Condition which) {
        return jooq.selectFrom(RUN).where(Tenanted.own(RUN)).and(which).fetchOptional(Runs::run);
    }

    /** Newest first. @param before rows older than this one; ids sort by creation */
    List<Run> list(Condition which, Optional<RunId> before, int limit) {
        var older = before.map(id -> RUN.ID.lt(id.value())).orElse(DSL.noCondition());
        return jooq.selectFrom(RUN)
                .where(Tenanted.own(RUN))
                .and(which)
                .and(older)
                .orderBy(RUN.ID.desc())
                .limit(limit)
                .fetch(Runs::run);
    }

    /** Takes the run over: whoever held it before can no longer write. */
    long takeOver(RunId id) {
        jooq.update(RUN)
                .set(RUN.FENCING, RUN.FENCING.plus(1))
                .where(Tenanted.own(RUN))
                .and(RUN.ID.eq(id.value()))
                .execute();
        return find(id).orElseThrow().fencing();
    }

    /** Sums the state up, if this lease still holds and nobody wrote meanwhile. @return whether it did */
    boolean update(RunId id, long fencing, int seqBefore, RunState state) {
        var waiting = state.waiting();
        var usage = state.spent().usage();
        var now = clock.instant();
        return jooq.update(RUN)
                        .set(RUN.STATUS, state.status().name())
                        .set(RUN.PHASE, state.phase().map(Phase::name).orElse(null))
                        .set(RUN.ATTEMPT, state.attempt())
                        .set(RUN.NEEDS, waiting.map(w -> w.needs().name()).orElse(null))
                        .set(
                                RUN.QUESTION,
                                waiting.filter(w -> w.needs() == Needs.ANSWER)
                                        .map(RunState.Waiting::text)
                                        .orElse(null))
                        .set(
                                RUN.ERROR,
                                state.error()
                                        .or(() -> waiting.filter(w -> w.needs() != Needs.ANSWER)
                                                .map(RunState.Waiting::text))
                                        .orElse(null))
                        .set(RUN.PROVIDER, state.started() ? state.provider() : null)
                        .set(RUN.MODEL, state.started() ? state.model() : null)
                        .set(RUN.BASE_SHA, state.started() ? state.base() : null)
                        .set(RUN.TREE_SHA, state.started() ? state.tree() : null)
                        .set(RUN.COMMIT_SHA, state.commit().orElse(null))
                        .set(RUN.BRANCH, state.branch().orElse(null))
                        .set(RUN.INPUT_TOKENS, usage.inputTokens())
                        .set(RUN.OUTPUT_TOKENS, usage.outputTokens())
                        .set(RUN.CACHE_READ_TOKENS, usage.cacheReadTokens())
                        .set(RUN.CACHE_WRITE_TOKENS, usage.cacheWriteTokens())
                        .set(RUN.COST_MICROS, state.spent().costMicros())
                        .set(RUN.COMMITTING, state.committing())
                        .set(RUN.LAST_SEQ, state.lastSeq())
                        .set(
                                RUN.STARTED_AT,
                                state.started() ? DSL.coalesce(RUN.STARTED_AT, DSL.val(now)) : RUN.STARTED_AT)
                        .set(RUN.FINISHED_AT, state.finished().isPresent() ? now : null)
                        .set(RUN.VERSION, RUN.VERSION.plus(1))
                        .set(RUN.UPDATED_AT, now)
                        .where(Tenanted.own(RUN))
                        .and(RUN.ID.eq(id.value()))
                        .and(RUN.FENCING.eq(fencing))
                        .and(RUN.LAST_SEQ.eq(seqBefore))
                        .execute()
                == 1;
    }

    private static Run run(RunRecord row) {
        return new Run(
                new RunId(row.getId()),
                new ProjectId(row.getProjectId()),
                new StoryId(row.getStoryId()),
                RunStatus.valueOf(row.getStatus()),
                row.getPhase() == null ? null : Phase.valueOf(row.getPhase()),
                row.getAttempt(),
                row.getNeeds() == null ? null : Needs.valueOf(row.getNeeds()),
                row.getQuestion(),
                row.getProvider(),
                row.getModel(),
                row.getCommitSha(),
                row.getBranch(),
                row.getBaseSha(),
                row.getTreeSha(),
                new Usage(
                        row.getInputTokens(),
                        row.getOutputTokens(),
                        row.getCacheReadTokens(),
                        row.getCacheWriteTokens()),
                row.getCostMicros(),
                row.getError(),
                row.getCommitting(),
                row.getFencing(),
                row.getLastSeq(),
                row.getCreatedAt(),
                row.getStartedAt(),
                row.getFinishedAt());
    }
}
