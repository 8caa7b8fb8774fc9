package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.loop.RunEvent;
import com.fabricadeagentes.agents.loop.RunState;
import com.fabricadeagentes.agents.runs.Journal;
import com.fabricadeagentes.agents.runs.Lease;
import com.fabricadeagentes.agents.runs.Run;
import com.fabricadeagentes.agile.Board.Project;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.Worktree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One worker's hold on one run: where it is, recording what happens, and its files. Other threads may read where it is.
 */
final class Work implements AutoCloseable {

    private final Lease lease;
    private final Run run;
    private final Project project;
    private final Journal journal;
    private final Repositories repositories;
    private volatile RunState state;
    private @Nullable Worktree worktree;

    Work(Lease lease, Run run, Project project, Journal journal, Repositories repositories) {
        this.lease = lease;
        this.run = run;
        this.project = project;
        this.journal = journal;
        this.repositories = repositories;
        this.state = journal.state(run.id());
    }

    RunState state() {
        return state;
    }

    Run run() {
        return run;
    }

    Project project() {
        return project;
    }

    String runName() {
        return run.id().toString();
    }

    void record(RunEvent... events) {
        state = journal.append(lease, run, state, List.of(events));
    }

    /** The run's files as its events say they are; what a dead worker left behind is reset. */
    Worktree worktree() {
        var open = worktree;
        if (open == null) {
            open = repositories.open(project.id(), runName(), state.base(), state.tree());
            worktree = open;
        }
        return open;
    }

    /** The files were changed by git, not by a tool: what was open is stale. */
    void reopen() {
        worktree = null;
    }

    @Override
    public void close() {
        if (worktree != null && state.finished().isPresent()) {
            repositories.close(worktree);
        }
    }
}
