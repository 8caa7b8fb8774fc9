package com.fabricadeagentes.repositories.store;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.Worktree;
import com.fabricadeagentes.repositories.process.Git;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Repositories on this machine's disk. Reading, checkpoints and refs are done in-process; only a merge with a main that
 * has moved asks git.
 */
@Component
final class GitRepositories implements Repositories {

    private static final Logger LOG = LoggerFactory.getLogger(GitRepositories.class);
    private static final int LARGEST_READ = 10 << 20;

    private final BareRepositories bare;
    private final Worktrees worktrees;
    private final Merger merger;

    GitRepositories(BareRepositories bare, Worktrees worktrees, Git git) {
        this.bare = bare;
        this.worktrees = worktrees;
        this.merger = new Merger(git);
    }

    private interface Question<T> {
        T ask(Repository repository) throws IOException;
    }

    private <T> T in(ProjectId project, Question<T> question) {
        try (var repository = bare.open(project)) {
            return question.ask(repository);
        } catch (IOException cause) {
            throw new UncheckedIOException("the repository of project " + project + " failed", cause);
        }
    }

    @Override
    public String head(ProjectId project) {
        return in(project, repository -> main(repository).name());
    }

    @Override
    public Optional<String> read(ProjectId project, String commit, String path) {
        return in(project, repository -> {
            var tree = Commits.tree(repository, Commits.id(commit));
            try (var walk = TreeWalk.forPath(repository, path, tree)) {
                return walk != null && (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
                        ? text(repository, walk.getObjectId(0))
                        : Optional.empty();
            }
        });
    }

    private static Optional<String> text(Repository repository, ObjectId blob) throws IOException {
        var content = repository.open(blob);
        return content.getSize() > LARGEST_READ
                ? Optional.empty()
                : Optional.of(new String(content.getBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public List<String> list(ProjectId project, String commit) {
        return in(project, repository -> {
            var paths = new ArrayList<String>();
            try (var walk = new TreeWalk(repository)) {
                walk.addTree(Commits.tree(repository, Commits.id(commit)));
                walk.setRecursive(true);
                while (walk.next()) {
                    paths.add(walk.getPathString());
                }
            }
            return paths;
        });
    }

    @Override
    public void export(ProjectId project, String commit, Path directory) {
        in(project, repository -> {
            var tree = Commits.tree(repository, Commits.id(commit));
            worktrees.export(repository, tree, directory);
            return tree;
        });
    }

    @Override
    public Worktree open(ProjectId project, String run, String base, String tree) {
        return in(project, repository -> {
            var worktree = worktrees.named(project, run, base);
            reset(repository, worktree, Commits.id(base), Commits.id(tree));
            return worktree;
        });
    }

    @Override
    public String checkpoint(Worktree worktree, int n) {
        return in(worktree.project(), repository -> {
            var held = worktrees.hold(worktree);
            synchronized (held) {
                if (!held.known()) {
                    held.start(repository, Commits.tree(repository, Commits.id(worktree.base())));
                }
                var base = Commits.commit(repository, held.base(Commits.id(worktree.base())));
                var tree = held.files().record(repository);
                report(worktree, held.files().leftOut());
                var recorded = held.recorded(tree);
                if (recorded != null) {
                    return recorded.name();
                }
                var checkpoint = Commits.checkpoint(repository, base, tree);
                Refs.point(repository, Refs.CHECKPOINTS + worktree.run() + "/" + n, checkpoint);
                held.recorded(tree, checkpoint);
                return checkpoint.name();
            }
        });
    }

    private static void report(Worktree worktree, List<LeftOut> leftOut) {
        if (!leftOut.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("run", worktree.run())
                    .addKeyValue("count", leftOut.size())
                    .addKeyValue("first", leftOut.getFirst())
                    .log("files of a worktree are not recorded");
        }
    }

    @Override
    public List<LeftOut> leftOut(Worktree worktree) {
        return worktrees.hold(worktree).files().leftOut();
    }

    @Override
    public void reset(Worktree worktree, String tree) {
        in(worktree.project(), repository -> {
            reset(repository, worktree, Commits.id(worktree.base()), Commits.id(tree));
            Refs.point(repository, Refs.RUN_BRANCHES + worktree.run(), Commits.id(tree));
            return tree;
        });
    }

    private void reset(Repository repository, Worktree worktree, ObjectId base, ObjectId commit) throws IOException {
        var held = worktrees.hold(worktree);
        var target = Commits.tree(repository, commit);
        synchronized (held) {
            held.files().reset(repository, target, Commits.tree(repository, base));
            held.based(base);
            held.recorded(target, commit);
        }
    }

    @Override
    public List<String> changedPaths(ProjectId project, String from, String to) {
        return in(project, repository -> Diffs.paths(repository, Commits.id(from), Commits.id(to)));
    }

    @Override
    public List<FileDiff> diff(ProjectId project, String from, String to) {
        return in(project, repository -> Diffs.files(repository, Commits.id(from), Commits.id(to)));
    }

    @Override
    public Rebased rebase(Worktree worktree, String tree, CommitText text) {
        return in(worktree.project(), repository -> {
            var base = Commits.id(worktree.base());
            var onto = main(repository);
            var change = Commits.tree(repository, Commits.id(tree));
            boolean moved = !onto.equals(base);
            if (moved) {
                var parted = Commits.checkpoint(repository, Commits.commit(repository, base), change);
                var merged = merger.merge(bare.path(worktree.project()), onto, parted);
                change = merged.tree();
                if (!merged.conflicts().isEmpty()) {
                    return conflicted(repository, worktree, onto, merged);
                }
            }
            var commit = Commits.ofRun(repository, onto, change, worktree.run(), text);
            Refs.point(repository, Refs.RUN_BRANCHES + worktree.run(), commit);
            return new Rebased.Clean(commit.name(), onto.name(), moved);
        });
    }

    private Rebased conflicted(Repository repository, Worktree worktree, ObjectId onto, Merger.Merged merged)
            throws IOException {
        var held = worktrees.hold(worktree);
        synchronized (held) {
            held.files().reset(repository, merged.tree(), Commits.tree(repository, onto));
            held.based(onto);
        }
        return new Rebased.Conflicted(onto.name(), merged.conflicts());
    }

    @Override
    public boolean fastForward(ProjectId project, String expected, String commit) {
        return in(project, repository -> {
            var from = Commits.commit(repository, Commits.id(expected));
            var to = Commits.commit(repository, Commits.id(commit));
            try (var walk = new RevWalk(repository)) {
                if (!walk.isMergedInto(walk.parseCommit(from), walk.parseCommit(to))) {
                    return false;
                }
            }
            return Refs.advanceMain(repository, from, to);
        });
    }

    @Override
    public Optional<String> findMerged(ProjectId project, String run) {
        return in(project, repository -> {
            try (var walk = new RevWalk(repository)) {
                walk.setFirstParent(true);
                walk.markStart(walk.parseCommit(main(repository)));
                for (var commit : walk) {
                    if (commit.getFooterLines("Run").contains(run)) {
                        return Optional.of(commit.name());
                    }
                }
                return Optional.empty();
            }
        });
    }

    @Override
    public void close(Worktree worktree) {
        try {
            worktrees.remove(worktree);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot remove the worktree of run " + worktree.run(), cause);
        }
    }

    private static ObjectId main(Repository repository) throws IOException {
        return Refs.target(repository, Refs.MAIN)
                .orElseThrow(() -> new IOException("the repository has no branch main"));
    }
}
