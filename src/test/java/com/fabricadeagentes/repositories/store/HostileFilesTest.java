package com.fabricadeagentes.repositories.store;

import static com.fabricadeagentes.repositories.RealGit.git;
import static com.fabricadeagentes.repositories.RealGit.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.repositories.RealGit;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.Repositories.LeftOut;
import com.fabricadeagentes.repositories.Workshop;
import com.fabricadeagentes.repositories.Worktree;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model may leave in a worktree to reach out of it. */
class HostileFilesTest {

    @TempDir
    Path directory;

    Workshop workshop;
    Repositories repositories;
    Worktree worktree;
    Path outside;

    @BeforeEach
    void begin() throws Exception {
        workshop = new Workshop(directory).with("README.md", "shop\n", "src/app.txt", "one\n");
        repositories = workshop.shop.repositories();
        outside = Files.createDirectories(directory.resolve("outside"));
        write(outside.resolve("secret"), "secret\n");
        worktree = opened(workshop);
    }

    private Worktree opened(Workshop at) throws Exception {
        repositories = at.shop.repositories();
        return at.scope.call(() -> {
            var main = repositories.head(at.project);
            return repositories.open(at.project, Ids.next().toString(), main, main);
        });
    }

    private <T> T as(Callable<T> work) throws Exception {
        return workshop.scope.call(work::call);
    }

    private List<String> recorded() throws Exception {
        return as(() -> repositories.list(workshop.project, repositories.checkpoint(worktree, 1)));
    }

    private void reset() throws Exception {
        as(() -> {
            repositories.reset(worktree, worktree.base());
            return 0;
        });
    }

    private Path at(String path) throws Exception {
        var place = worktree.root().resolve(path);
        Files.createDirectories(place.getParent());
        return place;
    }

    @Test
    void links_that_lead_out_are_left_out_and_said_so() throws Exception {
        Files.createSymbolicLink(at("absolute"), outside.resolve("secret"));
        Files.createSymbolicLink(at("climbing"), Path.of("../../outside/secret"));
        Files.createSymbolicLink(at("a/b/up"), Path.of(".."));
        Files.createSymbolicLink(at("a/b/through"), Path.of("up/../../../outside"));
        Files.createSymbolicLink(at("directory"), outside);
        Files.createSymbolicLink(at("a/git"), Path.of("../.git/config"));
        Files.createSymbolicLink(at("a/inside"), Path.of("../src/app.txt"));

        assertThat(recorded()).containsExactlyInAnyOrder("README.md", "src/app.txt", "a/b/up", "a/inside");
        assertThat(repositories.leftOut(worktree))
                .extracting(LeftOut::path)
                .containsExactlyInAnyOrder("absolute", "climbing", "a/b/through", "directory", "a/git");
        assertThat(repositories.leftOut(worktree).getFirst().why())
                .isEqualTo("it is a link that leads out of the repository");
    }

    @Test
    void resetting_does_not_write_through_a_link_put_in_a_directorys_place() throws Exception {
        Files.delete(worktree.root().resolve("src/app.txt"));
        Files.delete(worktree.root().resolve("src"));
        Files.createSymbolicLink(worktree.root().resolve("src"), outside);
        Files.delete(worktree.root().resolve("README.md"));
        Files.createSymbolicLink(worktree.root().resolve("README.md"), outside.resolve("secret"));

        reset();

        assertThat(outside.resolve("app.txt")).doesNotExist();
        assertThat(outside.resolve("secret")).hasContent("secret\n");
        assertThat(Files.isDirectory(worktree.root().resolve("src"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(Files.isRegularFile(worktree.root().resolve("README.md"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void removing_strays_does_not_empty_what_a_link_leads_to() throws Exception {
        Files.createSymbolicLink(at("stray/link"), outside);

        reset();

        assertThat(worktree.root().resolve("stray")).doesNotExist();
        assertThat(outside.resolve("secret")).exists();
    }

    @Test
    void a_planted_git_directory_configures_nothing_and_is_not_recorded() throws Exception {
        var marker = outside.resolve("ran");
        var evil = "touch " + marker;
        RealGit.repository(worktree.root().resolve("nested"), "file.txt", "plain\n");
        git(worktree.root(), "init", "-q");
        for (var setting : List.of("core.fsmonitor", "filter.evil.clean", "filter.evil.smudge", "diff.evil.textconv")) {
            git(worktree.root(), "config", setting, evil);
        }
        write(at(".git/hooks/pre-commit"), "#!/bin/sh\n" + evil + "\n");
        write(at(".gitattributes"), "* filter=evil diff=evil merge=evil text eol=crlf\n");
        write(at("other/.GIT/config"), "[core]\n");
        write(at("src/.gIt"), "gitdir: /etc\n");
        write(at("src/git~1"), "x\n");

        assertThat(recorded())
                .containsExactlyInAnyOrder("README.md", "src/app.txt", ".gitattributes", "nested/file.txt");
        var head = as(() -> repositories.checkpoint(worktree, 2));
        assertThat(as(() -> repositories.diff(workshop.project, worktree.base(), head)))
                .hasSize(2);
        reset();
        assertThat(worktree.root().resolve(".git")).doesNotExist();
        assertThat(worktree.root().resolve("src/app.txt")).hasBinaryContent("one\n".getBytes());
        assertThat(marker).doesNotExist();
    }

    @Test
    void filters_that_main_names_do_not_run_while_files_are_laid_out() throws Exception {
        var marker = outside.resolve("ran");
        workshop = new Workshop(directory.resolve("filtered"))
                .with(".gitattributes", "* filter=evil text eol=crlf\n", "a.txt", "a\n");
        git(workshop.bare(), "config", "filter.evil.smudge", "touch " + marker);

        worktree = opened(workshop);

        assertThat(worktree.root().resolve("a.txt")).hasBinaryContent("a\n".getBytes());
        assertThat(as(() -> repositories.checkpoint(worktree, 1))).isEqualTo(worktree.base());
        assertThat(marker).doesNotExist();
    }

    @Test
    void what_cannot_lie_in_a_worktree_stays_on_main_as_it_was() throws Exception {
        workshop = new Workshop(directory.resolve("carried"));
        var source = RealGit.repository(directory.resolve("with-links"), "a.txt", "a\n");
        Files.createSymbolicLink(source.resolve("passwd"), Path.of("/etc/passwd"));
        var commit = git(source, "rev-parse", "HEAD");
        git(source, "update-index", "--add", "--cacheinfo", "160000," + commit + ",module");
        git(source, "add", "passwd");
        git(source, "commit", "-q", "-m", "Link out");
        Files.createDirectories(workshop.bare().getParent());
        git(source, "clone", "-q", "--bare", source.toString(), workshop.bare().toString());

        worktree = opened(workshop);

        assertThat(worktree.root().resolve("passwd").toFile().exists()).isFalse();
        assertThat(Files.exists(worktree.root().resolve("passwd"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(as(() -> repositories.checkpoint(worktree, 1))).isEqualTo(worktree.base());
        write(at("b.txt"), "b\n");
        assertThat(recorded()).containsExactlyInAnyOrder("a.txt", "b.txt", "module", "passwd");
    }

    @Test
    void huge_deep_and_strange_files_are_left_out() throws Exception {
        try (var huge = new RandomAccessFile(at("huge.bin").toFile(), "rw")) {
            huge.setLength((100L << 20) + 1);
        }
        Files.createDirectories(worktree.root().resolve("d/".repeat(80)));
        write(worktree.root().resolve("d/".repeat(80) + "deep.txt"), "deep\n");
        assertThat(new ProcessBuilder("mkfifo", at("pipe").toString()).start().waitFor())
                .isZero();

        assertThat(recorded()).containsExactlyInAnyOrder("README.md", "src/app.txt");
        assertThat(repositories.leftOut(worktree))
                .extracting(LeftOut::path)
                .contains("huge.bin", "pipe")
                .hasSize(3);
        reset();
        assertThat(worktree.root().resolve("pipe")).doesNotExist();
        assertThat(worktree.root().resolve("d")).doesNotExist();
    }

    @Test
    void a_pattern_made_to_take_for_ever_is_not_tried() throws Exception {
        write(at(".gitignore"), "*a*a*a*a*a*a*a*a*a*a*a*a*b\n" + "**/".repeat(30) + "x\n*.log\n");
        write(at("a".repeat(200)), "x\n");
        write(at("a.log"), "x\n");

        var recorded = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> workshop.scope.call(() -> recorded()));

        assertThat(recorded).contains("a".repeat(200)).doesNotContain("a.log");
    }

    @Test
    void names_in_any_letters_are_recorded() throws Exception {
        write(at("preço é bom.txt"), "açaí\n");
        write(at("new\nline"), "x\n");

        assertThat(recorded()).contains("preço é bom.txt", "new\nline");
    }
}
