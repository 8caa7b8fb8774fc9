package com.fabricadeagentes.repositories;

import com.fabricadeagentes.agile.ProjectId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The face of this module. git runs outside the sandbox, on what the sandbox left: hooks, filters, fsmonitor, external
 * diffs and submodules are off in every call, and no link is followed.
 */
public interface Repositories {

    /** The commit {@code main} points to. */
    String head(ProjectId project);

    /** Reads one file of a commit. */
    Optional<String> read(ProjectId project, String commit, String path);

    /** Every path of a commit. */
    List<String> list(ProjectId project, String commit);

    /** Lays out a commit's files in an empty directory that exists, owned by the user boxes run as. */
    void export(ProjectId project, String commit, Path directory);

    /**
     * The run's worktree, with the files of {@code tree}: made if it is not there, reset if it differs.
     *
     * @param base the commit of main the run began from
     * @param tree a checkpoint, or {@code base}
     */
    Worktree open(ProjectId project, String run, String base, String tree);

    /** Records the files as they are under {@code refs/runs/<run>/<n>}; ignored files are left out. */
    String checkpoint(Worktree worktree, int n);

    /** What the last checkpoint had to leave out, and why: links that lead out, files over 100 MiB. */
    List<LeftOut> leftOut(Worktree worktree);

    /**
     * Makes the worktree's files those of {@code tree} again; ignored files stay, to save builds. Branch
     * {@code runs/<run>} then stands there, so that clients can fetch what a gate judged.
     */
    void reset(Worktree worktree, String tree);

    /** Files that differ between two commits or checkpoints. */
    List<String> changedPaths(ProjectId project, String from, String to);

    /** Unified diff by file, from {@code from} to {@code to}. */
    List<FileDiff> diff(ProjectId project, String from, String to);

    /**
     * One commit on top of today's main with what {@code tree} changed since {@code base}, as branch {@code runs/<run>}.
     * Done again with the same arguments it gives the same branch and a like commit.
     */
    Rebased rebase(Worktree worktree, String tree, CommitText text);

    /**
     * Moves {@code main} from {@code expected} to {@code commit}, or refuses.
     *
     * @return whether main moved; false when it stood elsewhere
     */
    boolean fastForward(ProjectId project, String expected, String commit);

    /** The commit on main that carries this run's trailer, if the run has already been merged. */
    Optional<String> findMerged(ProjectId project, String run);

    /** Removes the worktree; branch and checkpoints stay readable. */
    void close(Worktree worktree);

    /**
     * Something in a worktree that is not recorded.
     *
     * @param why what is wrong with it, for a person or a model
     */
    record LeftOut(String path, String why) {}

    /** What rebasing gave. */
    sealed interface Rebased {
        /** @param moved whether main had moved since {@code base}, so that lint and tests must run again */
        record Clean(String commit, String onto, boolean moved) implements Rebased {}

        /** The worktree now holds the files with conflict markers, based on {@code onto}. */
        record Conflicted(String onto, List<String> paths) implements Rebased {}
    }

    /**
     * @param body may be empty; the trailers {@code Story:} and {@code Run:} are added
     * @param at when the commit was decided; the same again gives the same commit
     */
    record CommitText(String subject, String body, String storyKey, String authorName, Instant at) {}

    /**
     * @param status {@code added}, {@code modified}, {@code deleted}, {@code renamed}
     * @param patch the file's part of the unified diff
     */
    record FileDiff(String path, String status, int additions, int deletions, boolean binary, String patch) {}
}
