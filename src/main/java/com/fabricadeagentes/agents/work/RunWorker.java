package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.loop.RunEvent.RunFinished;
import com.fabricadeagentes.agents.runs.Claims;
import com.fabricadeagentes.agents.runs.Journal;
import com.fabricadeagentes.agents.runs.Lease;
import com.fabricadeagentes.agents.runs.Run;
import com.fabricadeagentes.agents.runs.Runs;
import com.fabricadeagentes.agents.runs.StartRuns;
import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.Board.Project;
import com.fabricadeagentes.jobs.JobHandler;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a run from the queue, under a lease, and works on it until it is over or a person is needed. */
@Component
class RunWorker implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final Duration UNTIL_REPOSITORY_IS_READY = Duration.ofMillis(300);

    private final Runs runs;
    private final Claims claims;
    private final Board board;
    private final Journal journal;
    private final RunLoop loop;
    private final LeaseWatch watch;

    RunWorker(Runs runs, Claims claims, Board board, Journal journal, RunLoop loop, LeaseWatch watch) {
        this.runs = runs;
        this.claims = claims;
        this.board = board;
        this.journal = journal;
        this.loop = loop;
        this.watch = watch;
    }

    @Override
    public String type() {
        return StartRuns.JOB;
    }

    @Override
    public Outcome work(UUID subject) {
        var found = runs.find(new RunId(subject))
                .filter(run -> run.status() == RunStatus.QUEUED || run.status() == RunStatus.RUNNING);
        if (found.isEmpty()) {
            return Outcome.DONE;
        }
        var run = found.get();
        var project = board.project(run.project());
        return switch (project.repositoryStatus()) {
            case PREPARING -> new Outcome.Again(UNTIL_REPOSITORY_IS_READY);
            case READY -> work(run, project);
            case FAILED -> {
                fail(claims.claim(run.id()), run, "The repository could not be prepared: " + project.repositoryError());
                yield Outcome.DONE;
            }
        };
    }

    private Outcome work(Run run, Project project) {
        var lease = claims.claim(run.id());
        try (var _ = watch.over(lease)) {
            return loop.work(lease, run, project)
                    .<Outcome>map(Outcome.Again::new)
                    .orElse(Outcome.DONE);
        } catch (Lease.Lost lost) {
            LOG.info("Run {} was taken over or cancelled", run.id());
        } catch (InterruptedException stopped) {
            return interrupted(lease);
        } catch (RuntimeException fault) {
            LOG.error("Run {} failed by a fault of the platform", run.id(), fault);
            fail(lease, run, "A fault of the platform ended this run; it is in the server's log. Try again.");
        }
        return Outcome.DONE;
    }

    /** By losing the lease: nothing more to do. By the server's stopping: whoever comes next goes on at once. */
    private Outcome interrupted(Lease lease) {
        return claims.holds(lease) ? new Outcome.Again(Duration.ZERO) : Outcome.DONE;
    }

    private void fail(Lease lease, Run run, String error) {
        try {
            var state = journal.state(run.id());
            if (state.finished().isEmpty()) {
                journal.append(lease, run, state, List.of(new RunFinished(RunStatus.FAILED, error)));
            }
        } catch (Lease.Lost lost) {
            LOG.info("Run {} was taken over while it failed", run.id());
        }
    }
}
