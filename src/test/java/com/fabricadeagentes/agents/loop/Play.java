package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.loop.RunEvent.Brief;
import com.fabricadeagentes.agents.loop.RunEvent.Budget;
import com.fabricadeagentes.agents.loop.RunEvent.PlanTask;
import com.fabricadeagentes.agents.loop.RunEvent.RunStarted;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.ContentBlock.ToolCall;
import com.fabricadeagentes.llm.StopReason;
import com.fabricadeagentes.llm.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays a run without a model, a disk or a clock: whoever plays says what came of each step. */
final class Play {

    static final Budget BUDGET = new Budget(5, 60, 60, 5_000_000);

    private final List<Recorded> events = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private int calls;
    private RunState state = RunState.fold(List.of());

    static Play begun() {
        return begun(BUDGET, false);
    }

    static Play begun(Budget budget, boolean mergeNeedsApproval) {
        var brief = new Brief("SHOP", "Shop", "java", "SHOP-1", "Sell", "", List.of("it sells"), mergeNeedsApproval);
        return new Play().happened(new RunStarted(brief, budget, "offline", "offline", "base"));
    }

    static List<PlanTask> tasks() {
        return List.of(
                task("development", AgentType.CODE_GENERATOR),
                task("test", AgentType.TEST_WRITER),
                task("documentation", AgentType.DOC_WRITER),
                task("review", AgentType.CODE_REVIEWER));
    }

    private static PlanTask task(String type, String agent) {
        return new PlanTask(null, type, "do " + type, "", agent);
    }

    Play happened(RunEvent... more) {
        var recorded = new ArrayList<Recorded>();
        for (var event : more) {
            now = now.plusMillis(100);
            recorded.add(new Recorded(state.lastSeq() + recorded.size() + 1, now, event));
        }
        events.addAll(recorded);
        state = state.with(recorded);
        return this;
    }

    RunState state() {
        return state;
    }

    List<Recorded> events() {
        return events;
    }

    Step next() {
        return Policy.next(state);
    }

    /** Takes notes until a step comes that somebody must perform. */
    Step untilWork() {
        while (next() instanceof Step.Note(var event)) {
            happened(event);
        }
        return next();
    }

    RunEvent.ModelAnswered answer(String agent, StopReason stop, ContentBlock... content) {
        return new RunEvent.ModelAnswered(
                agent, List.of(content), stop, null, new Usage(10, 5, 0, 0), "offline", 0L, 1);
    }

    ToolCall call(String name) {
        return new ToolCall("call-" + ++calls, name, Json.MAPPER.valueToTree(Map.of("n", calls)));
    }

    RunEvent.ToolUsed used(String agent, ToolCall call, boolean ending) {
        return new RunEvent.ToolUsed(agent, call.id(), call.name(), call.input(), "done", true, 1, null, ending);
    }

    RunEvent.Gate gate(com.fabricadeagentes.agents.Phase phase, boolean ok, String output) {
        return new RunEvent.Gate(phase, ok, "check", output, null, List.of(), null, 1);
    }

    /** The agent asks, finishes at once, and rests. */
    Play finishes(String agent) {
        if (untilWork() instanceof Step.AskModel ask) {
            happened(new RunEvent.ModelRequested(ask.agent(), ask.said(), ask.maxTokens()));
        } else if (untilWork() instanceof Step.ShowDiff show) {
            happened(new RunEvent.ModelRequested(show.agent(), state.saying(show.agent(), "<diff>"), 100));
        }
        var finish = call("finish");
        return happened(answer(agent, StopReason.TOOL_USE, finish), used(agent, finish, true));
    }

    /** From nothing to the first gate. */
    Play generated() {
        untilWork();
        happened(new RunEvent.Plan(tasks()));
        return finishes(AgentType.CODE_GENERATOR)
                .finishes(AgentType.TEST_WRITER)
                .finishes(AgentType.DOC_WRITER);
    }

    Play green() {
        untilWork();
        happened(gate(com.fabricadeagentes.agents.Phase.LINT, true, ""));
        untilWork();
        return happened(gate(com.fabricadeagentes.agents.Phase.TEST, true, ""));
    }

    Play reviewed() {
        for (var reviewer : AgentType.REVIEWERS) {
            finishes(reviewer);
            happened(new RunEvent.Reviewed(reviewer, true, List.of()));
        }
        return this;
    }
}
