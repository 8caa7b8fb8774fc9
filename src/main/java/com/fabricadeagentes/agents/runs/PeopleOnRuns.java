package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.loop.RunEvent;
import com.fabricadeagentes.agents.loop.RunEvent.Answered;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agents.loop.RunEvent.RunFinished;
import com.fabricadeagentes.agents.loop.RunEvent.Word;
import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.kernel.Scope;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to runs: answer, approve, reject, cancel, try again. */
@Service
public class PeopleOnRuns {

    private final Runs runs;
    private final Journal journal;
    private final Board board;
    private final StartRuns starts;

    PeopleOnRuns(Runs runs, Journal journal, Board board, StartRuns starts) {
        this.runs = runs;
        this.journal = journal;
        this.board = board;
        this.starts = starts;
    }

    @Transactional
    @Requires("run:answer")
    @Audited("run.answer")
    public Changed<Run> answer(RunId id, String text) {
        var run = waiting(id, "answered");
        if (run.needs() == Needs.APPROVAL) {
            throw conflict(run, "This run waits for approval: approve or reject it.", "approve", "reject");
        }
        return say(run, Word.ANSWER, text);
    }

    @Transactional
    @Requires("run:approve")
    @Audited("run.approve")
    public Changed<Run> approve(RunId id) {
        return say(awaitingApproval(id, "approved"), Word.APPROVE, "");
    }

    @Transactional
    @Requires("run:approve")
    @Audited("run.reject")
    public Changed<Run> reject(RunId id, String reason) {
        return say(awaitingApproval(id, "rejected"), Word.REJECT, reason);
    }

    @Transactional
    @Requires("run:cancel")
    @Audited("run.cancel")
    public Changed<Run> cancel(RunId id) {
        var run = known(id);
        if (!run.status().onItsWay()) {
            throw conflict(run, "This run is over; there is nothing to cancel.", "retry");
        }
        if (run.committing()) {
            throw conflict(run, "The commit has begun and cannot be cancelled any more.");
        }
        end(run);
        return Changed.from(id, run, known(id));
    }

    /** Ends a run that waits for help, and makes a new one from today's main. */
    @Transactional
    @Requires("run:retry")
    @Audited("run.retry")
    public Changed<Run> retry(RunId id) {
        var run = known(id);
        boolean helpless = run.status() == RunStatus.NEEDS_HUMAN && run.needs() == Needs.HELP;
        if (!helpless && run.status() != RunStatus.FAILED && run.status() != RunStatus.CANCELLED) {
            throw conflict(
                    run,
                    "Only a run that failed, was cancelled or waits for help can be tried again.",
                    run.status().onItsWay() ? "cancel" : "");
        }
        if (helpless) {
            end(run);
        } else if (runs.onItsWay(run.story()).isPresent()) {
            throw conflict(run, "Another run of this story is already on its way.");
        }
        board.runRetried(run.story());
        var fresh = runs.add(run.project(), run.story());
        starts.enqueue(fresh);
        return Changed.from(fresh, run, known(fresh));
    }

    /** Ends a run as cancelled; its story goes to BACKLOG. */
    void end(Run run) {
        write(run, new RunFinished(RunStatus.CANCELLED, null));
    }

    private Changed<Run> say(Run run, Word word, String text) {
        write(run, new Answered(word, text, Scope.current().actor().name()));
        starts.enqueue(run.id());
        return Changed.from(run.id(), run, known(run.id()));
    }

    private void write(Run run, RunEvent event) {
        try {
            journal.interject(run, event);
        } catch (Lease.Lost meanwhile) {
            throw conflict(run, "The run has moved on in this moment; look again.");
        }
    }

    private Run awaitingApproval(RunId id, String what) {
        var run = waiting(id, what);
        if (run.needs() != Needs.APPROVAL) {
            throw conflict(run, "This run does not wait for approval but for an answer.", "answer");
        }
        return run;
    }

    private Run waiting(RunId id, String what) {
        var run = known(id);
        if (run.status() != RunStatus.NEEDS_HUMAN) {
            var detail = "Only a run that waits for a person can be " + what + "; this one is " + run.status() + ".";
            throw conflict(run, detail, run.status().onItsWay() ? "cancel" : "retry");
        }
        return run;
    }

    private Run known(RunId id) {
        return runs.find(id).orElseThrow(() -> new Refusal.NotFound("run").refused());
    }

    private static Refused conflict(Run run, String detail, String... possible) {
        var open = List.of(possible).stream().filter(word -> !word.isEmpty()).toList();
        return new Refusal.Conflict(
                        "illegal_run_state",
                        detail,
                        Map.of("status", run.status().name(), "allowed", open))
                .refused();
    }
}
