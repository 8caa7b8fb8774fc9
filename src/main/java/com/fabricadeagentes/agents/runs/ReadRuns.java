package com.fabricadeagentes.agents.runs;

import static com.fabricadeagentes.database.schema.Tables.RUN;

import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.runs.Journal.Entry;
import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Cursor;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.Repositories.FileDiff;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading runs, their histories and what they changed. */
@Service
public class ReadRuns {

    private final Runs runs;
    private final Journal journal;
    private final Board board;
    private final Repositories repositories;

    ReadRuns(Runs runs, Journal journal, Board board, Repositories repositories) {
        this.runs = runs;
        this.journal = journal;
        this.board = board;
        this.repositories = repositories;
    }

    @Transactional(readOnly = true)
    @Requires("run:read")
    public Run one(RunId id) {
        return runs.find(id).orElseThrow(() -> new Refusal.NotFound("run").refused());
    }

    @Transactional(readOnly = true)
    @Requires("run:read")
    public Page<Run> ofStory(String story, int limit, Optional<String> cursor) {
        var found = board.findStory(story).orElseThrow(() -> new Refusal.NotFound("story").refused());
        return page(RUN.STORY_ID.eq(found.id().value()), limit, cursor);
    }

    @Transactional(readOnly = true)
    @Requires("run:read")
    public Page<Run> list(Optional<RunStatus> status, Optional<ProjectId> project, int limit, Optional<String> cursor) {
        var which = status.map(s -> RUN.STATUS.eq(s.name()))
                .orElse(DSL.noCondition())
                .and(project.map(p -> RUN.PROJECT_ID.eq(p.value())).orElse(DSL.noCondition()));
        return page(which, limit, cursor);
    }

    private Page<Run> page(Condition which, int limit, Optional<String> cursor) {
        var before = cursor.map(text -> Cursor.decode(text, 1).values().getFirst())
                .map(text -> Ids.parse(text).orElseThrow(ReadRuns::malformed))
                .map(RunId::new);
        return Page.of(runs.list(which, before, limit + 1), limit, run -> Cursor.at(run.id()));
    }

    @Transactional(readOnly = true)
    @Requires("run:read")
    public Page<Entry> events(RunId id, int limit, Optional<String> cursor) {
        one(id);
        int after = cursor.map(text -> Cursor.decode(text, 1).values().getFirst())
                .map(ReadRuns::seq)
                .orElse(0);
        return Page.of(journal.entries(id, after, limit + 1), limit, entry -> Cursor.at(entry.seq()));
    }

    /** What the run changed since the commit of main it stands on. */
    @Requires("run:read")
    public List<FileDiff> diff(RunId id) {
        var run = one(id);
        var to = run.commit() == null ? run.tree() : run.commit();
        return run.base() == null || to == null ? List.of() : repositories.diff(run.project(), run.base(), to);
    }

    private static int seq(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException broken) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return new Refusal.Malformed("The cursor is not one this list gave; start again without it.").refused();
    }
}
