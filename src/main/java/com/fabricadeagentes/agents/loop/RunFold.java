package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.loop.RunEvent.Answered;
import com.fabricadeagentes.agents.loop.RunEvent.CommitStarted;
import com.fabricadeagentes.agents.loop.RunEvent.Committed;
import com.fabricadeagentes.agents.loop.RunEvent.Conflicted;
import com.fabricadeagentes.agents.loop.RunEvent.DependenciesPrepared;
import com.fabricadeagentes.agents.loop.RunEvent.Gate;
import com.fabricadeagentes.agents.loop.RunEvent.HelpNeeded;
import com.fabricadeagentes.agents.loop.RunEvent.LimitReached;
import com.fabricadeagentes.agents.loop.RunEvent.Merged;
import com.fabricadeagentes.agents.loop.RunEvent.ModelAnswered;
import com.fabricadeagentes.agents.loop.RunEvent.ModelFailed;
import com.fabricadeagentes.agents.loop.RunEvent.ModelRequested;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agents.loop.RunEvent.PhaseStarted;
import com.fabricadeagentes.agents.loop.RunEvent.Plan;
import com.fabricadeagentes.agents.loop.RunEvent.Question;
import com.fabricadeagentes.agents.loop.RunEvent.Rebased;
import com.fabricadeagentes.agents.loop.RunEvent.Reviewed;
import com.fabricadeagentes.agents.loop.RunEvent.RunFinished;
import com.fabricadeagentes.agents.loop.RunEvent.RunStarted;
import com.fabricadeagentes.agents.loop.RunEvent.TaskFinished;
import com.fabricadeagentes.agents.loop.RunEvent.TaskStarted;
import com.fabricadeagentes.agents.loop.RunEvent.ToolUsed;
import com.fabricadeagentes.agents.loop.RunState.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each event means for the state. The only place that changes one, and only while it is made. */
final class RunFold {

    private RunFold() {}

    static void apply(RunState s, Recorded recorded) {
        if (s.lastAt != null && s.waiting == null) {
            s.spent = s.spent.worked(Duration.between(s.lastAt, recorded.at()));
        }
        s.lastAt = recorded.at();
        s.lastSeq = recorded.seq();
        switch (recorded.event()) {
            case RunStarted started -> s.start = started;
            case PhaseStarted begun -> enter(s, begun);
            case Plan plan -> s.tasks = plan.tasks();
            case TaskStarted task -> {
                s.taskIndex = task.index();
                s.taskOpen = true;
                var planned = s.tasks().get(task.index());
                s.tell(planned.agent(), Words.task(planned));
            }
            case TaskFinished _ -> s.taskOpen = false;
            case ModelRequested request -> {
                s.put(request.agent(), s.conversation(request.agent()).requested(request.said()));
                s.shown = RunState.with(s.shown, request.agent());
            }
            case ModelAnswered answer -> Answers.apply(s, answer);
            case ModelFailed failure -> s.trouble = s.trouble.failed(failure);
            case ToolUsed use -> {
                s.trouble = s.trouble.used(use);
                s.put(
                        use.agent(),
                        s.conversation(use.agent()).used(use.callId(), use.output(), use.ok(), use.ending()));
                if (use.tree() != null) {
                    s.tree = use.tree();
                }
            }
            case Gate gate -> gated(s, gate);
            case Reviewed review -> {
                if (review.approved()) {
                    s.approvedBy = RunState.with(s.approvedBy, review.agent());
                } else {
                    s.fixReasons = add(s.fixReasons, Words.findings(review.agent(), review.findings()));
                }
            }
            case Question question ->
                s.waiting = new Waiting(Needs.ANSWER, question.question(), question.agent(), question.callId());
            case HelpNeeded help -> s.waiting = new Waiting(help.needs(), help.reason(), null, null);
            case LimitReached limit -> s.waiting = new Waiting(Needs.HELP, limit.detail(), null, null);
            case Answered answer -> heard(s, answer);
            case DependenciesPrepared _ -> {}
            case CommitStarted _ -> s.committing = true;
            case Rebased rebased -> {
                s.committing = false;
                s.rebased = true;
                s.base = rebased.onto();
                s.tree = rebased.tree();
                s.lint = null;
                s.test = null;
            }
            case Conflicted conflict -> {
                s.committing = false;
                s.conflicts++;
                s.base = conflict.onto();
                s.tree = conflict.tree();
                s.fixReasons = add(s.fixReasons, Words.conflict(conflict.paths()));
            }
            case Committed committed -> {
                s.commit = committed.commit();
                s.branch = committed.branch();
            }
            case Merged _ -> s.merged = true;
            case RunFinished end -> {
                s.finished = end.status();
                s.error = end.error();
                s.waiting = null;
                s.committing = false;
            }
        }
    }

    private static void enter(RunState s, PhaseStarted begun) {
        s.phase = begun.phase();
        s.attempt = begun.attempt();
        if (begun.phase() == Phase.REVIEW) {
            s.shown = Set.of();
            s.approvedBy = Set.of();
        }
        if (begun.phase() == Phase.FIX) {
            s.lint = null;
            s.test = null;
            s.approved = false;
            s.rebased = false;
            s.spent = s.fixAskedByPerson ? s.spent : s.spent.fix();
            s.fixAskedByPerson = false;
            s.tell(AgentType.CODE_GENERATOR, String.join("\n", s.fixReasons));
            s.fixReasons = List.of();
        }
    }

    private static void gated(RunState s, Gate gate) {
        s.trouble = s.trouble.gated(gate);
        if (gate.phase() == Phase.LINT) {
            s.lint = gate;
        } else {
            s.test = gate;
        }
        if (!gate.ok()) {
            s.fixReasons = add(s.fixReasons, Words.gate(gate));
        }
    }

    /** A person's word ends the waiting, renews the allowance, and goes to whoever was at work. */
    private static void heard(RunState s, Answered answer) {
        var was = s.waiting;
        s.waiting = null;
        s.spent = s.spent.renewed();
        boolean modelFailed = s.trouble.failures() > 0;
        s.trouble = Trouble.NONE;
        switch (answer.word()) {
            case APPROVE -> s.approved = true;
            case REJECT -> askFix(s, Words.person(answer.text()));
            case ANSWER -> {
                if (was != null && was.agent() != null && was.callId() != null) {
                    var conversation = s.conversation(was.agent());
                    s.put(was.agent(), conversation.used(was.callId(), Words.person(answer.text()), true, false));
                } else if (s.phase == Phase.GENERATE && s.taskOpen) {
                    s.tell(s.tasks().get(s.taskIndex).agent(), Words.person(answer.text()));
                } else if (s.phase == Phase.FIX) {
                    s.tell(AgentType.CODE_GENERATOR, Words.person(answer.text()));
                } else if (s.phase != null && s.phase != Phase.PLAN && !modelFailed) {
                    askFix(s, Words.person(answer.text()));
                }
            }
        }
    }

    private static void askFix(RunState s, String reason) {
        s.fixReasons = add(s.fixReasons, reason);
        s.fixAskedByPerson = true;
    }

    static void raiseMaxTokens(RunState s, String agent, int maxTokens) {
        var changed = new HashMap<>(s.maxTokens);
        changed.put(agent, maxTokens);
        s.maxTokens = Map.copyOf(changed);
    }

    private static <T> List<T> add(List<T> list, T more) {
        var longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
