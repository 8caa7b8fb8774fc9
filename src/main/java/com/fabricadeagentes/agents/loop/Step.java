package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.llm.ContentBlock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run does next. Each gives one event, or more, when it is performed. */
public sealed interface Step {

    /** Writes an event that follows from the state alone. */
    record Note(RunEvent event) implements Step {}

    /** Takes the board's tasks, or has the planner write them. */
    record MakePlan() implements Step {}

    /**
     * @param said what is new since the agent's last request; empty to send the same again
     * @param delay how long to wait first, after a passing fault
     */
    record AskModel(String agent, List<ContentBlock> said, int maxTokens, Duration delay) implements Step {}

    record UseTool(String agent, ContentBlock.ToolCall call) implements Step {}

    record RunGate(Phase phase) implements Step {}

    /** Has a reviewer look at the change: the first thing it is told, or what is new. */
    record ShowDiff(String agent) implements Step {}

    record Commit() implements Step {}

    /** Nothing can be done until a person acts. */
    record AwaitPerson() implements Step {}

    record End(RunStatus status, @Nullable String error) implements Step {}
}
