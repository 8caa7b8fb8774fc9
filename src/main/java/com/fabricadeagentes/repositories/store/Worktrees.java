package com.fabricadeagentes.repositories.store;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.SandboxUser;
import com.fabricadeagentes.repositories.Worktree;
import com.fabricadeagentes.repositories.files.WorktreeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The worktrees on this node: plain directories under {@code FACTORY_WORK/worktrees}, one a run. */
@Component
final class Worktrees {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,99}");

    private final Path root;
    private final boolean isRoot = SandboxUser.isRoot();
    private final ConcurrentHashMap<Path, Held> held = new ConcurrentHashMap<>();

    Worktrees(Installation installation) {
        this.root = installation.workDirectory("worktrees");
    }

    /** What this node knows of a worktree; synchronise on it while it is used. */
    static final class Held {

        private final WorktreeFiles files;
        private @Nullable ObjectId base;
        private @Nullable ObjectId tree;
        private @Nullable ObjectId commit;

        private Held(WorktreeFiles files) {
            this.files = files;
        }

        WorktreeFiles files() {
            return files;
        }

        boolean known() {
            return base != null;
        }

        /** The files are there, but this process has not looked at them yet. */
        void start(Repository repository, ObjectId main) throws IOException {
            files.adopt(repository, main);
        }

        /** The commit that checkpoints are based on: after a conflict, the main that was met. */
        ObjectId base(ObjectId otherwise) {
            return base == null ? otherwise : base;
        }

        void based(ObjectId commit) {
            base = commit;
            tree = null;
        }

        void recorded(ObjectId tree, ObjectId commit) {
            this.tree = tree;
            this.commit = commit;
        }

        /** The commit under which these files are recorded already. */
        @Nullable
        ObjectId recorded(ObjectId tree) {
            return tree.equals(this.tree) ? commit : null;
        }
    }

    Worktree named(ProjectId project, String run, String base) {
        if (!NAME.matcher(run).matches()) {
            throw new IllegalArgumentException("not the name of a run: " + run);
        }
        var path = root.resolve(run);
        make(path);
        return new Worktree(project, run, path, "runs/" + run, base);
    }

    Held hold(Worktree worktree) {
        return held.computeIfAbsent(worktree.root(), path -> new Held(new WorktreeFiles(path, this::own)));
    }

    /** Lays out a tree in a directory that nobody holds. */
    void export(Repository repository, ObjectId tree, Path directory) throws IOException {
        own(directory);
        new WorktreeFiles(directory, this::own).reset(repository, tree, tree);
    }

    void remove(Worktree worktree) throws IOException {
        var known = hold(worktree);
        synchronized (known) {
            WorktreeFiles.delete(worktree.root());
            held.remove(worktree.root());
        }
    }

    private void make(Path path) {
        try {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                own(path);
            }
        } catch (FileAlreadyExistsException another) {
            // somebody else just made it
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot make the worktree " + path.getFileName(), cause);
        }
    }

    /** Boxes run as a user of their own where the platform is root, and must be able to write here. */
    private void own(Path made) {
        if (!isRoot) {
            return;
        }
        try {
            Files.setAttribute(made, "unix:uid", SandboxUser.UID, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(made, "unix:gid", SandboxUser.UID, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot hand " + made.getFileName() + " to the box's user", cause);
        }
    }
}
