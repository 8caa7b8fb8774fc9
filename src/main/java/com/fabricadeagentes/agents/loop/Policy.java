package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.loop.RunEvent.CommitStarted;
import com.fabricadeagentes.agents.loop.RunEvent.Gate;
import com.fabricadeagentes.agents.loop.RunEvent.HelpNeeded;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agents.loop.RunEvent.PhaseStarted;
import com.fabricadeagentes.agents.loop.RunEvent.TaskFinished;
import com.fabricadeagentes.agents.loop.RunEvent.TaskStarted;
import com.fabricadeagentes.agents.loop.Step.AskModel;
import com.fabricadeagentes.agents.loop.Step.AwaitPerson;
import com.fabricadeagentes.agents.loop.Step.Commit;
import com.fabricadeagentes.agents.loop.Step.End;
import com.fabricadeagentes.agents.loop.Step.MakePlan;
import com.fabricadeagentes.agents.loop.Step.Note;
import com.fabricadeagentes.agents.loop.Step.RunGate;
import com.fabricadeagentes.agents.loop.Step.ShowDiff;
import com.fabricadeagentes.agents.loop.Step.UseTool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole policy of a run: phases, order, and when a person is needed. A function of the state alone, so what a run
 * does next can be read from its events.
 */
public final class Policy {

    private static final int CONFLICTS_FOR_THE_AGENT = 1;

    private Policy() {}

    public static Step next(RunState s) {
        if (s.finished != null) {
            return new End(s.finished, s.error);
        }
        if (s.waiting != null) {
            return new AwaitPerson();
        }
        if (s.merged) {
            return new End(RunStatus.SUCCEEDED, null);
        }
        return Limits.reached(s).<Step>map(Note::new).orElseGet(() -> inPhase(s));
    }

    private static Step inPhase(RunState s) {
        if (s.phase == null) {
            return begin(Phase.PLAN, s);
        }
        if (s.fixAskedByPerson) {
            return fix(s);
        }
        return switch (s.phase) {
            case PLAN -> s.tasks == null ? new MakePlan() : begin(Phase.GENERATE, s);
            case GENERATE -> generate(s);
            case LINT -> afterGate(s, s.lint, Phase.LINT, Phase.TEST);
            case TEST -> afterGate(s, s.test, Phase.TEST, s.rebased ? Phase.COMMIT : Phase.REVIEW);
            case FIX -> converse(s, AgentType.CODE_GENERATOR).orElseGet(() -> begin(Phase.LINT, s));
            case REVIEW -> review(s);
            case COMMIT -> commit(s);
        };
    }

    /** The tasks in order, each by its agent; those of the reviewers are done in REVIEW. */
    private static Step generate(RunState s) {
        if (s.taskOpen) {
            return converse(s, s.tasks().get(s.taskIndex).agent())
                    .orElseGet(() -> new Note(new TaskFinished(s.taskIndex)));
        }
        for (int next = s.taskIndex + 1; next < s.tasks().size(); next++) {
            if (!AgentType.reviews(s.tasks().get(next).agent())) {
                return new Note(new TaskStarted(next));
            }
        }
        return begin(Phase.LINT, s);
    }

    /** What the agent's conversation needs next; empty when it is at rest. */
    private static Optional<Step> converse(RunState s, String agent) {
        var conversation = s.conversation(agent);
        if (conversation.awaiting()) {
            return Optional.of(ask(s, agent, List.of()));
        }
        if (conversation.nextCall().isPresent()) {
            return Optional.of(new UseTool(agent, conversation.nextCall().get()));
        }
        return conversation.atRest() ? Optional.empty() : Optional.of(ask(s, agent, conversation.unsent()));
    }

    private static AskModel ask(RunState s, String agent, List<com.fabricadeagentes.llm.ContentBlock> said) {
        int maxTokens = s.maxTokens.getOrDefault(agent, Answers.FIRST_MAX_TOKENS);
        return new AskModel(agent, said, maxTokens, wait(s.trouble));
    }

    /** What the provider asks for, or 1, 2, 4, … seconds. */
    private static Duration wait(Trouble trouble) {
        if (trouble.last() == null) {
            return Duration.ZERO;
        }
        var asked = trouble.last().retryAfterMs();
        return asked == null ? Duration.ofSeconds(1L << (trouble.failures() - 1)) : Duration.ofMillis(asked);
    }

    private static Step afterGate(RunState s, @Nullable Gate gate, Phase phase, Phase then) {
        if (gate == null) {
            return new RunGate(phase);
        }
        return gate.ok() ? begin(then, s) : fix(s);
    }

    private static Step review(RunState s) {
        for (var reviewer : AgentType.REVIEWERS) {
            if (!s.shown.contains(reviewer)) {
                return new ShowDiff(reviewer);
            }
            var step = converse(s, reviewer);
            if (step.isPresent()) {
                return step.get();
            }
        }
        if (!s.approvedBy.containsAll(AgentType.REVIEWERS)) {
            return fix(s);
        }
        var reasons = approvalReasons(s);
        return reasons.isEmpty() || s.approved
                ? begin(Phase.COMMIT, s)
                : new Note(new HelpNeeded(Needs.APPROVAL, String.join(" ", reasons)));
    }

    private static List<String> approvalReasons(RunState s) {
        var reasons = new ArrayList<String>();
        if (s.brief().mergeNeedsApproval()) {
            reasons.add("This project asks for a person's approval of each change.");
        }
        if (s.lint != null) {
            reasons.addAll(s.lint.approvals());
        }
        if (s.test != null) {
            reasons.addAll(s.test.approvals());
        }
        return reasons;
    }

    private static Step commit(RunState s) {
        if (!s.fixReasons.isEmpty()) {
            return s.conflicts > CONFLICTS_FOR_THE_AGENT
                    ? new Note(new HelpNeeded(
                            Needs.HELP,
                            "main has moved again and contradicts this change; the agent has already resolved one such"
                                    + " conflict. Say how to resolve it, or retry from today's main."))
                    : fix(s);
        }
        if (s.rebased && s.lint == null) {
            return begin(Phase.LINT, s);
        }
        return s.committing ? new Commit() : new Note(new CommitStarted(s.tree()));
    }

    private static Step fix(RunState s) {
        return Limits.noFixLeft(s)
                .<Step>map(Note::new)
                .orElseGet(() -> new Note(new PhaseStarted(Phase.FIX, s.attempt + 1)));
    }

    private static Step begin(Phase phase, RunState s) {
        return new Note(new PhaseStarted(phase, s.attempt));
    }
}
