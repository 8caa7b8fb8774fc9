package com.fabricadeagentes.repositories.store;

import static com.fabricadeagentes.repositories.RealGit.git;
import static com.fabricadeagentes.repositories.RealGit.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.repositories.RealGit;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.Repositories.CommitText;
import com.fabricadeagentes.repositories.Repositories.FileDiff;
import com.fabricadeagentes.repositories.Repositories.Rebased;
import com.fabricadeagentes.repositories.Workshop;
import com.fabricadeagentes.repositories.Worktree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoriesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final CommitText TEXT =
            new CommitText("Keep products", "With a price.", "SHOP-1", "Plataforma E", NOON);

    @TempDir
    Path directory;

    Workshop workshop;
    Repositories repositories;

    @BeforeEach
    void begin() throws Exception {
        workshop = new Workshop(directory).with("README.md", "shop\n", "src/app.txt", "one\ntwo\nthree\n");
        repositories = workshop.shop.repositories();
    }

    private <T> T as(Callable<T> work) throws Exception {
        return workshop.scope.call(work::call);
    }

    private Worktree opened() throws Exception {
        return as(() -> {
            var main = repositories.head(workshop.project);
            return repositories.open(workshop.project, Ids.next().toString(), main, main);
        });
    }

    private String checkpoint(Worktree worktree, int n) throws Exception {
        return as(() -> repositories.checkpoint(worktree, n));
    }

    private boolean merge(Rebased.Clean clean) throws Exception {
        return as(() -> repositories.fastForward(workshop.project, clean.onto(), clean.commit()));
    }

    private Rebased rebased(Worktree worktree, String tree) throws Exception {
        return as(() -> repositories.rebase(worktree, tree, TEXT));
    }

    @Test
    void a_worktree_holds_the_files_of_main_and_no_git_directory() throws Exception {
        var worktree = opened();

        assertThat(worktree.root().resolve("src/app.txt")).hasContent("one\ntwo\nthree\n");
        assertThat(worktree.root().resolve(".git")).doesNotExist();
    }

    @Test
    void a_checkpoint_is_what_git_itself_would_have_recorded() throws Exception {
        var worktree = opened();
        write(worktree.root().resolve("src/new.txt"), "new\n");
        write(worktree.root().resolve("run.sh"), "#!/bin/sh\n");
        assertThat(worktree.root().resolve("run.sh").toFile().setExecutable(true))
                .isTrue();
        Files.delete(worktree.root().resolve("README.md"));
        Files.createSymbolicLink(worktree.root().resolve("src/link"), Path.of("../run.sh"));

        var checkpoint = checkpoint(worktree, 4);

        var clone = RealGit.repository(directory.resolve("oracle"));
        git(clone, "--work-tree=" + worktree.root(), "add", "-A");
        assertThat(git(workshop.bare(), "rev-parse", checkpoint + "^{tree}")).isEqualTo(git(clone, "write-tree"));
        assertThat(git(workshop.bare(), "rev-parse", "refs/runs/" + worktree.run() + "/4"))
                .isEqualTo(checkpoint);
    }

    @Test
    void the_branch_stands_at_what_a_gate_judged() throws Exception {
        var worktree = opened();
        write(worktree.root().resolve("a.txt"), "a\n");
        var judged = checkpoint(worktree, 1);

        as(() -> {
            repositories.reset(worktree, judged);
            return 0;
        });

        assertThat(git(workshop.bare(), "rev-parse", "refs/heads/" + worktree.branch()))
                .isEqualTo(judged);
    }

    @Test
    void unchanged_files_give_the_checkpoint_that_was_there_even_after_a_restart() throws Exception {
        var worktree = opened();
        assertThat(checkpoint(worktree, 1)).isEqualTo(worktree.base());

        write(worktree.root().resolve("a.txt"), "a\n");
        var changed = checkpoint(worktree, 2);
        assertThat(changed).isNotEqualTo(worktree.base());
        assertThat(checkpoint(worktree, 3)).isEqualTo(changed);
        var restarted = workshop.restarted().repositories();
        assertThat(as(() -> restarted.checkpoint(worktree, 3))).isEqualTo(changed);

        Files.delete(worktree.root().resolve("a.txt"));
        assertThat(checkpoint(worktree, 4)).isEqualTo(worktree.base());
    }

    @Test
    void a_change_that_keeps_size_and_date_is_seen() throws Exception {
        var worktree = opened();
        var file = worktree.root().resolve("src/app.txt");
        var date = Files.getLastModifiedTime(file);
        checkpoint(worktree, 1);
        checkpoint(worktree, 2);

        Files.writeString(file, "ONE\ntwo\nthree\n");
        Files.setLastModifiedTime(file, date);
        var checkpoint = checkpoint(worktree, 3);

        assertThat(as(() -> repositories.read(workshop.project, checkpoint, "src/app.txt")))
                .contains("ONE\ntwo\nthree\n");
    }

    @Test
    void resetting_brings_a_checkpoint_back_and_leaves_what_is_ignored() throws Exception {
        var worktree = opened();
        write(worktree.root().resolve(".gitignore"), "*.log\n");
        write(worktree.root().resolve("kept/a.txt"), "a\n");
        var good = checkpoint(worktree, 1);
        write(worktree.root().resolve("kept/a.txt"), "spoilt\n");
        write(worktree.root().resolve("stray/deep/b.txt"), "b\n");
        write(worktree.root().resolve("build.log"), "log\n");
        write(worktree.root().resolve("target/classes/A.class"), "class\n");
        Files.delete(worktree.root().resolve("README.md"));
        write(worktree.root().resolve("README.md/now/a/directory"), "x\n");
        checkpoint(worktree, 2);

        as(() -> {
            repositories.reset(worktree, good);
            return good;
        });

        assertThat(worktree.root().resolve("kept/a.txt")).hasContent("a\n");
        assertThat(worktree.root().resolve("stray")).doesNotExist();
        assertThat(worktree.root().resolve("README.md")).hasContent("shop\n");
        assertThat(worktree.root().resolve("build.log")).exists();
        assertThat(worktree.root().resolve("target/classes/A.class")).exists();
        assertThat(checkpoint(worktree, 3)).isEqualTo(good);
    }

    @Test
    void a_lost_worktree_is_made_again_from_its_checkpoint() throws Exception {
        var worktree = opened();
        write(worktree.root().resolve("a.txt"), "a\n");
        var checkpoint = checkpoint(worktree, 1);
        as(() -> {
            repositories.close(worktree);
            return 0;
        });
        assertThat(worktree.root()).doesNotExist();

        var again = as(() -> repositories.open(workshop.project, worktree.run(), worktree.base(), checkpoint));

        assertThat(again.root().resolve("a.txt")).hasContent("a\n");
    }

    @Test
    void a_commit_can_be_laid_out_anywhere() throws Exception {
        var place = Files.createDirectories(directory.resolve("application"));

        as(() -> {
            repositories.export(workshop.project, repositories.head(workshop.project), place);
            return 0;
        });

        assertThat(place.resolve("src/app.txt")).hasContent("one\ntwo\nthree\n");
    }

    @Test
    void what_a_gate_leaves_behind_is_not_recorded_but_what_main_tracks_is() throws Exception {
        workshop = new Workshop(directory.resolve("other")).with("target/keep.txt", "kept\n", "pom.xml", "<project/>");
        repositories = workshop.shop.repositories();
        var worktree = opened();
        for (var leftover : new String[] {
            "target/classes/A.class", "node_modules/x/i.js", "app/__pycache__/a.pyc", ".pytest_cache/v", "sub/target/x"
        }) {
            write(worktree.root().resolve(leftover), "x\n");
        }
        write(worktree.root().resolve("sub/pom.xml"), "<project/>");
        write(worktree.root().resolve("src/main/java/app/target/Target.java"), "class Target {}\n");
        write(worktree.root().resolve("target/keep.txt"), "changed\n");

        var checkpoint = checkpoint(worktree, 1);

        assertThat(as(() -> repositories.changedPaths(workshop.project, worktree.base(), checkpoint)))
                .containsExactlyInAnyOrder("target/keep.txt", "sub/pom.xml", "src/main/java/app/target/Target.java");
    }

    @Test
    void a_run_becomes_one_commit_on_main_with_its_trailers() throws Exception {
        var worktree = opened();
        write(worktree.root().resolve("a.txt"), "a\n");
        checkpoint(worktree, 1);
        write(worktree.root().resolve("b.txt"), "b\n");
        var tree = checkpoint(worktree, 2);

        var clean = (Rebased.Clean) rebased(worktree, tree);

        assertThat(clean.moved()).isFalse();
        assertThat(rebased(worktree, tree)).isEqualTo(clean);
        assertThat(merge(clean)).isTrue();
        assertThat(git(workshop.bare(), "log", "--format=%an <%ae>|%s|%(trailers:separator=%x2C)", "-1", "main"))
                .isEqualTo(
                        "Plataforma E <factory@localhost>|SHOP-1: Keep products|Story: SHOP-1,Run: " + worktree.run());
        assertThat(git(workshop.bare(), "rev-list", "--count", "main")).isEqualTo("2");
        assertThat(as(() -> repositories.findMerged(workshop.project, worktree.run())))
                .contains(clean.commit());
        assertThat(as(() -> repositories.findMerged(workshop.project, "another")))
                .isEmpty();
        assertThat(git(workshop.bare(), "fsck", "--strict")).doesNotContain("error");
    }

    @Test
    void a_title_cannot_forge_a_trailer() throws Exception {
        var worktree = opened();
        write(worktree.root().resolve("a.txt"), "a\n");
        var text = new CommitText("Evil\n\nRun: another\n", "Run: another", "SHOP-1", "A <b@c>\nx", NOON);

        var clean = (Rebased.Clean) as(() -> repositories.rebase(worktree, repositories.checkpoint(worktree, 1), text));

        assertThat(merge(clean)).isTrue();
        assertThat(as(() -> repositories.findMerged(workshop.project, "another")))
                .isEmpty();
    }

    @Test
    void main_that_moved_is_merged_with_renames_followed() throws Exception {
        var first = opened();
        var second = opened();
        Files.move(first.root().resolve("src/app.txt"), first.root().resolve("src/moved.txt"));
        assertThat(merge((Rebased.Clean) rebased(first, checkpoint(first, 1)))).isTrue();
        Files.writeString(second.root().resolve("src/app.txt"), "one\ntwo\nthree\nfour\n");

        var clean = (Rebased.Clean) rebased(second, checkpoint(second, 1));

        assertThat(clean.moved()).isTrue();
        var again = as(() -> repositories.open(workshop.project, second.run(), clean.onto(), clean.commit()));
        assertThat(again.root().resolve("src/moved.txt")).hasContent("one\ntwo\nthree\nfour\n");
        assertThat(again.root().resolve("src/app.txt")).doesNotExist();
        var after = (Rebased.Clean) rebased(again, clean.commit());
        assertThat(after.moved()).isFalse();
        assertThat(merge(after)).isTrue();
        assertThat(git(workshop.bare(), "rev-list", "--count", "main")).isEqualTo("3");
    }

    @Test
    void a_conflict_lies_in_the_worktree_with_its_marks() throws Exception {
        var first = opened();
        var second = opened();
        Files.writeString(first.root().resolve("src/app.txt"), "1\ntwo\nthree\n");
        assertThat(merge((Rebased.Clean) rebased(first, checkpoint(first, 1)))).isTrue();
        Files.writeString(second.root().resolve("src/app.txt"), "uno\ntwo\nthree\n");
        write(second.root().resolve("other.txt"), "fine\n");

        var conflicted = (Rebased.Conflicted) rebased(second, checkpoint(second, 1));

        assertThat(conflicted.paths()).containsExactly("src/app.txt");
        assertThat(second.root().resolve("src/app.txt"))
                .content()
                .contains("<<<<<<<", "1\n", "=======", "uno\n", ">>>>>>>");
        var tree = checkpoint(second, 2);
        var resolved = as(() -> repositories.open(workshop.project, second.run(), conflicted.onto(), tree));
        Files.writeString(resolved.root().resolve("src/app.txt"), "eins\ntwo\nthree\n");
        var clean = (Rebased.Clean) rebased(resolved, checkpoint(resolved, 3));
        assertThat(clean.moved()).isFalse();
        assertThat(merge(clean)).isTrue();
        assertThat(as(() -> repositories.read(workshop.project, clean.commit(), "other.txt")))
                .contains("fine\n");
    }

    @Test
    void main_moves_only_from_where_it_was_expected_and_only_forward() throws Exception {
        var first = opened();
        var second = opened();
        write(first.root().resolve("a.txt"), "a\n");
        write(second.root().resolve("b.txt"), "b\n");
        var one = (Rebased.Clean) rebased(first, checkpoint(first, 1));
        var two = (Rebased.Clean) rebased(second, checkpoint(second, 1));

        assertThat(merge(one)).isTrue();
        assertThat(merge(two)).isFalse();
        assertThat(as(() -> repositories.fastForward(workshop.project, one.commit(), one.onto())))
                .isFalse();
        assertThat(as(() -> repositories.head(workshop.project))).isEqualTo(one.commit());
    }

    @Test
    void parallel_runs_of_one_project_all_arrive() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> workshop.scope.call(() -> arrive(n))))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }

        assertThat(git(workshop.bare(), "rev-list", "--count", "main")).isEqualTo("9");
        assertThat(git(workshop.bare(), "ls-tree", "--name-only", "main", "parallel/")
                        .lines())
                .hasSize(8);
    }

    /** As a run does it, on a node of its own. */
    private int arrive(int n) throws Exception {
        var node = n % 2 == 0 ? repositories : workshop.restarted().repositories();
        var run = Ids.next().toString();
        var base = node.head(workshop.project);
        var worktree = node.open(workshop.project, run, base, base);
        write(worktree.root().resolve("parallel/" + n + ".txt"), n + "\n");
        var tree = node.checkpoint(worktree, 1);
        for (int attempt = 2; ; attempt++) {
            var clean = (Rebased.Clean) node.rebase(worktree, tree, TEXT);
            if (node.fastForward(workshop.project, clean.onto(), clean.commit())) {
                return attempt;
            }
            worktree = node.open(workshop.project, run, clean.onto(), clean.commit());
            tree = clean.commit();
        }
    }

    @Test
    void a_diff_tells_of_each_file() throws Exception {
        var worktree = opened();
        Files.writeString(worktree.root().resolve("src/app.txt"), "one\n2\nthree\nfour\n");
        Files.delete(worktree.root().resolve("README.md"));
        Files.write(worktree.root().resolve("logo.bin"), new byte[] {0, 1, 2, 0});
        var tree = checkpoint(worktree, 1);

        var diff = as(() -> repositories.diff(workshop.project, worktree.base(), tree));

        assertThat(diff)
                .extracting(
                        FileDiff::path, FileDiff::status, FileDiff::additions, FileDiff::deletions, FileDiff::binary)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("README.md", "deleted", 0, 1, false),
                        org.assertj.core.groups.Tuple.tuple("logo.bin", "added", 0, 0, true),
                        org.assertj.core.groups.Tuple.tuple("src/app.txt", "modified", 2, 1, false));
        assertThat(diff.getLast().patch()).contains("@@ -1,3 +1,4 @@", "-two", "+2", "+four");
    }

    @Test
    void reading_sees_files_of_a_commit_and_nothing_else() throws Exception {
        var head = as(() -> repositories.head(workshop.project));

        assertThat(as(() -> repositories.read(workshop.project, head, "README.md")))
                .contains("shop\n");
        assertThat(as(() -> repositories.read(workshop.project, head, "src"))).isEmpty();
        assertThat(as(() -> repositories.read(workshop.project, head, "../HEAD")))
                .isEmpty();
        assertThat(as(() -> repositories.list(workshop.project, head))).containsExactly("README.md", "src/app.txt");
        assertThatThrownBy(() -> as(() -> repositories.list(workshop.project, "main@{0}")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_repository_of_another_tenant_is_not_found() {
        var other = Scope.ofPlatform(TenantId.next(), "test");

        assertThatThrownBy(() -> other.call(() -> repositories.head(workshop.project)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(() -> repositories.head(ProjectId.next()))).isInstanceOf(Refused.class);
    }
}
