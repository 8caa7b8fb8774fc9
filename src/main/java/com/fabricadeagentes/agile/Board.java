package com.fabricadeagentes.agile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The face of this module for those below it: what a run reads of the board, and the news of a run that move it. Every
 * call joins the caller's transaction and works in the bound tenant; a story or project that is not there is
 * {@code Refused} as not found.
 *
 * <p>A call that changes something locks the project's board until the transaction ends. Make it before locking or
 * changing anything of your own: a person's move takes the board first and the run after it, and the other order would
 * deadlock.
 */
public interface Board {

    Project project(ProjectId id);

    Optional<Project> findProject(String key);

    Story story(StoryId id);

    /** By id or by key ({@code SHOP-12}). */
    Optional<Story> findStory(String idOrKey);

    List<Task> tasks(StoryId story);

    /** Of no effect where the project was deleted meanwhile. */
    void repositoryReady(ProjectId project);

    /**
     * Of no effect where the project was deleted meanwhile.
     *
     * @param error in words for the person, without secrets
     */
    void repositoryFailed(ProjectId project, String error);

    /**
     * Writes the tasks of a story; of no effect if its text is no longer of that version.
     *
     * @return whether they were written
     */
    boolean planned(StoryId story, long textVersion, List<PlannedTask> tasks);

    void planningFailed(StoryId story, long textVersion);

    /** Of no effect where the task was deleted meanwhile. */
    void taskStarted(TaskId task);

    /** Of no effect where the task was deleted meanwhile. */
    void taskDone(TaskId task);

    /** A run was claimed: READY → IN_PROGRESS. Of no effect where it already is. */
    void runStarted(StoryId story);

    /** Phase REVIEW began: → REVIEW. */
    void runInReview(StoryId story);

    /** The run goes back to work: → IN_PROGRESS, no longer blocked. */
    void runReturned(StoryId story);

    /** The run waits for a person or has failed: blocked where it stands. */
    void runBlocked(StoryId story);

    /** A person answered: no longer blocked. */
    void runUnblocked(StoryId story);

    /** Merged: → DONE; what tasks were left are done. */
    void runDone(StoryId story);

    /** Cancelled: → BACKLOG. */
    void runCancelled(StoryId story);

    /** Tried anew: → READY, no longer blocked. */
    void runRetried(StoryId story);

    /**
     * @param stack {@code java}, {@code node}, {@code python}
     * @param repositoryUrl where an existing repository is cloned from
     */
    record Project(
            ProjectId id,
            String key,
            String name,
            String stack,
            @Nullable String repositoryUrl,
            Merge merge,
            RunLimits limits,
            RepositoryStatus repositoryStatus,
            @Nullable String repositoryError) {}

    /** How a green run gets onto main. */
    enum Merge {
        AUTOMATIC,
        REVIEW
    }

    enum RepositoryStatus {
        PREPARING,
        READY,
        FAILED
    }

    /** A project's own limits; null where the platform's serve. Never higher than the platform's. */
    record RunLimits(
            @Nullable Integer maxRetries,
            @Nullable Integer maxTurns,
            @Nullable Integer maxRunMinutes,
            @Nullable Integer maxRunCents) {}

    /** @param textVersion grows with each change of title, description or criteria */
    record Story(
            StoryId id,
            ProjectId project,
            String key,
            String title,
            String description,
            List<String> acceptanceCriteria,
            StoryStatus status,
            boolean blocked,
            long textVersion) {}

    record Task(TaskId id, TaskType type, String title, String description, TaskStatus status, String agentType) {}

    record PlannedTask(TaskType type, String title, String description, String agentType) {}
}
