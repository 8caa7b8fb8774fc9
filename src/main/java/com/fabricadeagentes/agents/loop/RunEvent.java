package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.ModelFault;
import com.fabricadeagentes.llm.StopReason;
import com.fabricadeagentes.llm.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened in a run. Append-only: the run's whole state is the fold of these, and the conversations with the models
 * can be rebuilt from them byte for byte. Stored as JSON, so names are never changed, only added.
 */
public sealed interface RunEvent {

    /** The run begins, with all that its policy needs frozen. @param base the commit of main it starts from */
    record RunStarted(Brief brief, Budget budget, String provider, String model, String base) implements RunEvent {}

    record PhaseStarted(Phase phase, int attempt) implements RunEvent {}

    record Plan(List<PlanTask> tasks) implements RunEvent {}

    record TaskStarted(int index) implements RunEvent {}

    record TaskFinished(int index) implements RunEvent {}

    /** The intent to ask. @param said what is new in the conversation; empty when the same request is sent again */
    record ModelRequested(String agent, List<ContentBlock> said, int maxTokens) implements RunEvent {}

    record ModelAnswered(
            String agent,
            List<ContentBlock> content,
            StopReason stop,
            @Nullable String stopDetail,
            Usage usage,
            String model,
            @Nullable Long costMicros,
            long durationMs)
            implements RunEvent {}

    /** A call gave no answer. @param retryAfterMs how long the provider asks to wait */
    record ModelFailed(
            String agent,
            ModelFault.Kind kind,
            String message,
            @Nullable Long retryAfterMs) implements RunEvent {}

    /**
     * A tool was used.
     *
     * @param tree the checkpoint after it, where it may have changed files
     * @param ending whether it ended the agent's turn ({@code finish}, {@code submit_review})
     */
    record ToolUsed(
            String agent,
            String callId,
            String name,
            JsonNode input,
            String output,
            boolean ok,
            long durationMs,
            @Nullable String tree,
            boolean ending)
            implements RunEvent {}

    /** The result of lint or tests. @param output what the model is told; @param tests null where none can be read */
    record Gate(
            Phase phase,
            boolean ok,
            String command,
            String output,
            @Nullable TestCounts tests,
            List<String> approvals,
            @Nullable String outputFile,
            long durationMs)
            implements RunEvent {}

    record TestCounts(int passed, int failed, int skipped) {}

    record Reviewed(String agent, boolean approved, List<Finding> findings) implements RunEvent {}

    record Finding(
            String severity,
            @Nullable String file,
            @Nullable Integer line,
            String text) {}

    /** An agent asks a person. */
    record Question(String agent, String callId, String question, List<String> options) implements RunEvent {}

    /** A person is needed for another reason. */
    record HelpNeeded(Needs needs, String reason) implements RunEvent {}

    /** A person's word. */
    record Answered(Word word, String text, String by) implements RunEvent {}

    /** What a person may say to a run that waits. */
    enum Word {
        ANSWER,
        APPROVE,
        REJECT
    }

    /** A limit was reached, or the run goes in circles. @param detail what was tried and what would help */
    record LimitReached(String limit, String detail) implements RunEvent {}

    /** The dependencies the box sees changed. */
    record DependenciesPrepared(String summary) implements RunEvent {}

    /** The intent to commit; from here on the run cannot be cancelled. */
    record CommitStarted(String tree) implements RunEvent {}

    /** Main had moved: the change now stands on {@code onto} and must pass again. */
    record Rebased(String onto, String tree) implements RunEvent {}

    /** The change and today's main contradict each other; the worktree holds the markers. */
    record Conflicted(String onto, String tree, List<String> paths) implements RunEvent {}

    record Committed(String commit, String branch) implements RunEvent {}

    record Merged(String commit, String onto) implements RunEvent {}

    record RunFinished(RunStatus status, @Nullable String error) implements RunEvent {}

    /** What a person is needed for. */
    enum Needs {
        ANSWER,
        HELP,
        APPROVAL
    }

    /** The story as it was when the run began. */
    record Brief(
            String projectKey,
            String projectName,
            String stack,
            String storyKey,
            String title,
            String description,
            List<String> acceptanceCriteria,
            boolean mergeNeedsApproval) {}

    /**
     * What a run may use.
     *
     * @param maxRetries automatic fixes
     * @param maxTurns answers of models
     * @param maxMinutes of work, a person's time apart
     * @param maxCostMicros millionths of a US dollar
     */
    record Budget(int maxRetries, int maxTurns, int maxMinutes, long maxCostMicros) {}

    /** @param taskId the board's task, where it has one */
    record PlanTask(java.util.@Nullable UUID taskId, String type, String title, String description, String agent) {}
}
