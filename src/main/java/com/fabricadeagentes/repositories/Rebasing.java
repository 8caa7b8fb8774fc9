package com.fabricadeagentes.repositories;

import com.fabricadeagentes.repositories.Repositories.CommitText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Putting a run's change on top of today's main, as one commit. */
final class Rebasing {

    private static final String ADDRESS = "factory@localhost";
    private static final int CONFLICT = 1;

    /** What merging gave. */
    sealed interface Merge {
        record Clean(String tree) implements Merge {}

        /** @param tree holds the files with conflict markers */
        record Conflicted(String tree, List<String> paths) implements Merge {}
    }

    /** A three-way merge of trees, without any worktree ({@code git merge-tree}, since 2.38). */
    Merge merge(Git git, String base, String tree, String onto) {
        if (onto.equals(base)) {
            return new Merge.Clean(git.text("rev-parse", tree + "^{tree}"));
        }
        var ours = onto;
        var theirs = asCommit(git, tree, base);
        var result = git.run(null, "merge-tree", "--write-tree", "--name-only", "-z", "--no-messages", ours, theirs);
        if (result.exitCode() > CONFLICT) {
            result.orThrow();
        }
        var parts = names(result.output());
        return result.ok()
                ? new Merge.Clean(parts.getFirst())
                : new Merge.Conflicted(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /** merge-tree wants commits: the change as one on top of its base. */
    private static String asCommit(Git git, String tree, String base) {
        return identified(git, date(git, base))
                .text("commit-tree", git.text("rev-parse", tree + "^{tree}"), "-p", base, "-m", "change");
    }

    /** The same tree on the same main gives the same commit. */
    String commit(Git git, String tree, String onto, String run, CommitText text) {
        var body = text.body().isBlank() ? "" : text.body().strip() + "\n\n";
        var message = subject(text) + "\n\n" + body + "Story: " + text.storyKey() + "\nRun: " + run + "\n";
        return identified(git, text.at().getEpochSecond())
                .with("GIT_AUTHOR_NAME", text.authorName())
                .text("commit-tree", tree, "-p", onto, "-m", message);
    }

    private static String subject(CommitText text) {
        var line = text.subject().replaceAll("\\s+", " ").strip();
        return text.storyKey() + ": " + (line.length() > 100 ? line.substring(0, 99) + "…" : line);
    }

    private static long date(Git git, String commit) {
        return Long.parseLong(git.text("log", "-1", "--format=%ct", commit));
    }

    private static Git identified(Git git, long epochSecond) {
        var date = epochSecond + " +0000";
        return git.with("GIT_AUTHOR_NAME", "Plataforma E")
                .with("GIT_AUTHOR_EMAIL", ADDRESS)
                .with("GIT_COMMITTER_NAME", "Plataforma E")
                .with("GIT_COMMITTER_EMAIL", ADDRESS)
                .with("GIT_AUTHOR_DATE", date)
                .with("GIT_COMMITTER_DATE", date);
    }

    /** Names that git ends with NUL. */
    static List<String> names(byte[] output) {
        var found = new ArrayList<String>();
        for (var name : new String(output, StandardCharsets.UTF_8).split("\0", -1)) {
            if (!name.isEmpty()) {
                found.add(name);
            }
        }
        return found;
    }
}
