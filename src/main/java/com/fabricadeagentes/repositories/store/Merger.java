package com.fabricadeagentes.repositories.store;

import com.fabricadeagentes.repositories.process.Git;
import com.fabricadeagentes.repositories.process.Git.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/** Three-way merges by git itself, which follows renames; nothing but objects is written. */
final class Merger {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int CONFLICTED = 1;

    private final Git git;

    Merger(Git git) {
        this.git = git;
    }

    /**
     * @param tree with conflict markers where there are conflicts
     * @param conflicts the paths that conflict
     */
    record Merged(ObjectId tree, List<String> conflicts) {}

    /** @param change a commit whose parent is where the two parted */
    Merged merge(Path repository, ObjectId main, ObjectId change) throws IOException {
        var outcome = git.run(
                Frame.of(repository, LIMIT),
                "merge-tree",
                "--write-tree",
                "--name-only",
                "--no-messages",
                "-z",
                main.name(),
                change.name());
        if (!outcome.stopped().isEmpty() || outcome.exitCode() > CONFLICTED) {
            throw new IOException("git merge-tree failed: " + outcome.stopped() + outcome.error());
        }
        var parts = Arrays.stream(outcome.output().split("\0", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        return new Merged(
                ObjectId.fromString(parts.getFirst()),
                outcome.exitCode() == CONFLICTED
                        ? parts.subList(1, parts.size()).stream().distinct().toList()
                        : List.of());
    }
}
