package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.jobs.JobQueue;
import com.fabricadeagentes.jobs.JobQueue.Job;
import com.fabricadeagentes.kernel.Scope;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a run for a story that is READY, and sees to it that somebody works on it. */
@Service
public class StartRuns {

    /** The type of the jobs that work on runs. */
    public static final String JOB = "run";

    private final Runs runs;
    private final Board board;
    private final JobQueue queue;

    StartRuns(Runs runs, Board board, JobQueue queue) {
        this.runs = runs;
        this.board = board;
        this.queue = queue;
    }

    /** Heard twice, or after the story went elsewhere, it does nothing. */
    @Transactional
    public Optional<RunId> start(StoryId id) {
        var story = board.story(id);
        if (story.status() != StoryStatus.READY
                || story.blocked()
                || runs.onItsWay(id).isPresent()) {
            return Optional.empty();
        }
        var run = runs.add(story.project(), id);
        enqueue(run);
        return Optional.of(run);
    }

    /** Has somebody work on the run, soon after the current transaction. */
    void enqueue(RunId run) {
        queue.enqueue(new Job(JOB, Scope.tenantId(), run.value()));
    }
}
