package com.fabricadeagentes.repositories;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.repositories.Rebasing.Merge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Repositories by the real git. A worktree is a plain directory with an index beside it: there is no {@code .git} in it
 * that a model could write to.
 */
@Component
class GitRepositories implements Repositories {

    private static final String MAIN = "refs/heads/main";

    private final Storage storage;
    private final Rebasing rebasing = new Rebasing();

    GitRepositories(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String head(ProjectId project) {
        return git(project).text("rev-parse", "--verify", MAIN);
    }

    @Override
    public Optional<String> read(ProjectId project, String commit, String path) {
        var result = git(project).run(null, "cat-file", "blob", commit + ":" + path);
        return result.ok() ? Optional.of(new String(result.output(), StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Override
    public List<String> list(ProjectId project, String commit) {
        return Rebasing.names(git(project).bytes("ls-tree", "-r", "-z", "--name-only", commit));
    }

    @Override
    public void export(ProjectId project, String commit, Path directory) {
        var index = directory.resolveSibling(directory.getFileName() + ".index");
        var git = new Git(directory)
                .with("GIT_DIR", storage.bare(project).toString())
                .with("GIT_WORK_TREE", directory.toString())
                .with("GIT_INDEX_FILE", index.toString());
        git.text("read-tree", commit);
        git.text("checkout-index", "--all", "--force", "--quiet");
        own(directory);
    }

    @Override
    public Worktree open(ProjectId project, String run, String base, String tree) {
        var root = storage.worktree(run);
        var worktree = new Worktree(project, run, root, "runs/" + run, base);
        if (!Storage.exists(root)) {
            checkOut(worktree, tree);
        } else {
            reset(worktree, tree);
        }
        return worktree;
    }

    private void checkOut(Worktree worktree, String tree) {
        try {
            Files.deleteIfExists(storage.index(worktree.run()));
            Files.createDirectories(worktree.root());
            git(worktree).text("read-tree", tree);
            git(worktree).text("checkout-index", "--all", "--force", "--quiet");
            BoxUser.own(worktree.root());
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot lay out " + worktree.root(), cause);
        }
    }

    /** Compares first: mostly nothing is to be done. */
    @Override
    public void reset(Worktree worktree, String tree) {
        if (!Files.exists(storage.index(worktree.run()))) {
            Storage.delete(worktree.root());
            checkOut(worktree, tree);
            return;
        }
        var found = snapshot(worktree);
        if (found.equals(git(worktree).text("rev-parse", tree + "^{tree}"))) {
            return;
        }
        git(worktree).text("read-tree", "--reset", "-u", tree);
        own(worktree.root());
    }

    @Override
    public String checkpoint(Worktree worktree, int n) {
        var tree = snapshot(worktree);
        git(worktree).text("update-ref", "refs/runs/" + worktree.run() + "/" + n, tree);
        return tree;
    }

    /** Everything but what is ignored, as a tree. Links are stored as links; nothing is followed. */
    private String snapshot(Worktree worktree) {
        git(worktree).text("add", "--all", "--", ".");
        return git(worktree).text("write-tree");
    }

    @Override
    public List<String> changedPaths(ProjectId project, String from, String to) {
        return Rebasing.names(git(project).bytes("diff-tree", "-r", "-z", "--name-only", "--no-renames", from, to));
    }

    @Override
    public List<FileDiff> diff(ProjectId project, String from, String to) {
        return Diffs.read(git(project)
                .bytes("diff-tree", "-r", "-p", "-M", "--no-ext-diff", "--no-textconv", "--no-color", from, to));
    }

    @Override
    public Rebased rebase(Worktree worktree, String tree, CommitText text) {
        var project = worktree.project();
        var onto = head(project);
        var merge = rebasing.merge(git(project), worktree.base(), tree, onto);
        return switch (merge) {
            case Merge.Clean(String merged) -> {
                var commit = rebasing.commit(git(project), merged, onto, worktree.run(), text);
                git(project).text("update-ref", "refs/heads/" + worktree.branch(), commit);
                yield new Rebased.Clean(commit, onto, !onto.equals(worktree.base()));
            }
            case Merge.Conflicted(String marked, List<String> paths) -> {
                git(worktree).text("read-tree", "--reset", "-u", marked);
                own(worktree.root());
                yield new Rebased.Conflicted(onto, paths);
            }
        };
    }

    @Override
    public boolean fastForward(ProjectId project, String expected, String commit) {
        return git(project).run(null, "update-ref", MAIN, commit, expected).ok();
    }

    @Override
    public Optional<String> findMerged(ProjectId project, String run) {
        var found = git(project).text("log", "-1", "--format=%H", "--fixed-strings", "--grep", "Run: " + run, MAIN);
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    @Override
    public void close(Worktree worktree) {
        Storage.delete(worktree.root());
        try {
            Files.deleteIfExists(storage.index(worktree.run()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Whether {@code main} exists. */
    boolean exists(ProjectId project) {
        return Storage.exists(storage.bare(project))
                && git(project).run(null, "rev-parse", "--verify", MAIN).ok();
    }

    private Git git(ProjectId project) {
        return Git.in(storage.bare(project));
    }

    private Git git(Worktree worktree) {
        return new Git(worktree.root())
                .with("GIT_DIR", storage.bare(worktree.project()).toString())
                .with("GIT_WORK_TREE", worktree.root().toString())
                .with("GIT_INDEX_FILE", storage.index(worktree.run()).toString())
                .with("GIT_CONFIG_COUNT", "1")
                .with("GIT_CONFIG_KEY_0", "core.excludesFile")
                .with("GIT_CONFIG_VALUE_0", storage.excludes().toString());
    }

    private static void own(Path root) {
        try {
            BoxUser.own(root);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
