package com.fabricadeagentes.repositories;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Where repositories and worktrees lie. A tenant's repositories have a directory of their own. */
@Component
class Storage {

    private final Installation installation;

    Storage(Installation installation) {
        this.installation = installation;
    }

    Path bare(ProjectId project) {
        return tenantDirectory().resolve(project + ".git");
    }

    Path tenantDirectory() {
        return installation.homeDirectory("repositories/" + Scope.tenantId());
    }

    Path worktree(String run) {
        return installation.workDirectory("worktrees").resolve(run);
    }

    /** The worktree's index; beside it, since nothing of git's lies within. */
    Path index(String run) {
        return installation.workDirectory("worktrees").resolve(run + ".index");
    }

    /** What checkpoints always leave out, beside the repository's own .gitignore. */
    Path excludes() {
        var file = installation.workDirectory("worktrees").resolve("excludes");
        if (!Files.exists(file)) {
            write(file, String.join("\n", Leftovers.PATTERNS) + "\n");
        }
        return file;
    }

    static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot remove " + directory, cause);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot write " + file, cause);
        }
    }

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
