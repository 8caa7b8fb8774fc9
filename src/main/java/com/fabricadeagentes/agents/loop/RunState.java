package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.loop.RunEvent.Brief;
import com.fabricadeagentes.agents.loop.RunEvent.Budget;
import com.fabricadeagentes.agents.loop.RunEvent.Gate;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agents.loop.RunEvent.PlanTask;
import com.fabricadeagentes.agents.loop.RunEvent.RunStarted;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is: the fold of its events. To the outside it is immutable; {@link #with} gives the state after one more
 * event, and {@link RunFold} says what each event means.
 */
public final class RunState {

    /** What a run waits for. @param callId the question's tool call */
    public record Waiting(
            Needs needs,
            String text,
            @Nullable String agent,
            @Nullable String callId) {}

    @Nullable
    RunStarted start;

    int lastSeq;

    @Nullable
    Instant lastAt;

    @Nullable
    Phase phase;

    int attempt = 1;

    @Nullable
    List<PlanTask> tasks;

    int taskIndex = -1;
    boolean taskOpen;
    Map<String, Conversation> conversations = Map.of();
    Map<String, Integer> maxTokens = Map.of();
    Spent spent = Spent.NOTHING;
    Trouble trouble = Trouble.NONE;

    @Nullable
    String base;

    @Nullable
    String tree;

    @Nullable
    Gate lint;

    @Nullable
    Gate test;

    Set<String> shown = Set.of();
    Set<String> approvedBy = Set.of();
    List<String> fixReasons = List.of();
    boolean fixAskedByPerson;
    boolean approved;
    boolean rebased;
    int conflicts;
    boolean committing;

    @Nullable
    String commit;

    @Nullable
    String branch;

    boolean merged;

    @Nullable
    Waiting waiting;

    @Nullable
    RunStatus finished;

    @Nullable
    String error;

    RunState() {}

    private RunState(RunState other) {
        start = other.start;
        lastSeq = other.lastSeq;
        lastAt = other.lastAt;
        phase = other.phase;
        attempt = other.attempt;
        tasks = other.tasks;
        taskIndex = other.taskIndex;
        taskOpen = other.taskOpen;
        conversations = other.conversations;
        maxTokens = other.maxTokens;
        spent = other.spent;
        trouble = other.trouble;
        base = other.base;
        tree = other.tree;
        lint = other.lint;
        test = other.test;
        shown = other.shown;
        approvedBy = other.approvedBy;
        fixReasons = other.fixReasons;
        fixAskedByPerson = other.fixAskedByPerson;
        approved = other.approved;
        rebased = other.rebased;
        conflicts = other.conflicts;
        committing = other.committing;
        commit = other.commit;
        branch = other.branch;
        merged = other.merged;
        waiting = other.waiting;
        finished = other.finished;
        error = other.error;
    }

    public static RunState fold(List<Recorded> events) {
        var state = new RunState();
        events.forEach(event -> RunFold.apply(state, event));
        return state;
    }

    public RunState with(List<Recorded> more) {
        var state = new RunState(this);
        more.forEach(event -> RunFold.apply(state, event));
        return state;
    }

    public boolean started() {
        return start != null;
    }

    public Brief brief() {
        return header().brief();
    }

    public Budget budget() {
        return header().budget();
    }

    public String provider() {
        return header().provider();
    }

    public String model() {
        return header().model();
    }

    private RunStarted header() {
        if (start == null) {
            throw new IllegalStateException("the run has not begun");
        }
        return start;
    }

    public int lastSeq() {
        return lastSeq;
    }

    /** When the last event happened. */
    public Instant lastAt() {
        return java.util.Objects.requireNonNull(lastAt, "the run has not begun");
    }

    public Optional<Phase> phase() {
        return Optional.ofNullable(phase);
    }

    public int attempt() {
        return attempt;
    }

    /** The commit of main that the change stands on. */
    public String base() {
        return java.util.Objects.requireNonNullElse(base, header().base());
    }

    /** The files as they are: the last checkpoint, or the base. */
    public String tree() {
        return tree == null ? base() : tree;
    }

    public Spent spent() {
        return spent;
    }

    public Optional<Waiting> waiting() {
        return Optional.ofNullable(waiting);
    }

    public boolean committing() {
        return committing;
    }

    public Optional<String> commit() {
        return Optional.ofNullable(commit);
    }

    public Optional<String> branch() {
        return Optional.ofNullable(branch);
    }

    public Optional<RunStatus> finished() {
        return Optional.ofNullable(finished);
    }

    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    public List<PlanTask> tasks() {
        return tasks == null ? List.of() : tasks;
    }

    public RunStatus status() {
        if (finished != null) {
            return finished;
        }
        return waiting != null ? RunStatus.NEEDS_HUMAN : RunStatus.RUNNING;
    }

    /** The agent's conversation as its provider has seen it. */
    public List<Message> messages(String agent) {
        return conversation(agent).messages();
    }

    /** What an agent is sent when it is told this on top of what waits for it. */
    public List<ContentBlock> saying(String agent, String text) {
        return opened(agent).told(text).unsent();
    }

    Conversation conversation(String agent) {
        return conversations.getOrDefault(agent, Conversation.NEW);
    }

    /** A conversation begins with the story; a reviewer sees no more than that and the diff. */
    Conversation opened(String agent) {
        var conversation = conversation(agent);
        if (conversation.begun()) {
            return conversation;
        }
        var story = Words.story(brief());
        return conversation.told(AgentType.reviews(agent) ? story : Words.project(brief()) + "\n" + story);
    }

    void put(String agent, Conversation conversation) {
        var changed = new HashMap<>(conversations);
        changed.put(agent, conversation);
        conversations = Map.copyOf(changed);
    }

    void tell(String agent, String text) {
        put(agent, opened(agent).told(text));
    }

    static Set<String> with(Set<String> set, String more) {
        var larger = new HashSet<>(set);
        larger.add(more);
        return Set.copyOf(larger);
    }
}
