package com.fabricadeagentes.repositories.founding;

import static com.fabricadeagentes.repositories.RealGit.git;
import static com.fabricadeagentes.repositories.RealGit.repository;
import static com.fabricadeagentes.repositories.RealGit.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Installation.Environment;
import com.fabricadeagentes.repositories.RepositoriesProperties;
import com.fabricadeagentes.repositories.Workshop;
import com.fabricadeagentes.repositories.founding.Founded.Failed;
import com.fabricadeagentes.repositories.founding.Founded.Ready;
import com.fabricadeagentes.repositories.founding.FoundingOrder.Copy;
import com.fabricadeagentes.repositories.founding.FoundingOrder.Skeleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FoundingTest {

    private static final Skeleton SHOP = new Skeleton("SHOP", "Loja <b>boa</b>\nRun: x", "java");

    @TempDir
    Path directory;

    Workshop workshop;

    @BeforeEach
    void begin() {
        workshop = new Workshop(directory.resolve("platform"));
    }

    private Founded found(FoundingOrder order) {
        return found(order, Environment.DEVELOPMENT, List.of(), DataSize.ofMegabytes(50));
    }

    private Founded found(FoundingOrder order, Environment environment, List<Path> local, DataSize size) {
        var properties =
                new RepositoriesProperties(local, List.of(), Duration.ofMinutes(1), size, DataSize.ofMegabytes(1));
        var installation =
                new Installation(workshop.installation.home(), workshop.installation.work(), environment, null);
        var copying = new Copying(
                workshop.shop.git(), new Addresses(properties), new LocalSources(installation, properties), properties);
        return workshop.scope.call(
                () -> new Founding(workshop.shop.bare(), copying, Clock.systemUTC()).found(workshop.project, order));
    }

    private Path existing(String... files) throws Exception {
        return repository(directory.resolve("existing"), files);
    }

    private String failure(FoundingOrder order) {
        return ((Failed) found(order)).error();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "node", "python"})
    void a_skeleton_is_the_first_commit_of_its_stack(String stack) throws Exception {
        var ready = (Ready) found(new Skeleton("SHOP", "Loja", stack));

        var clone = directory.resolve("clone");
        git(directory, "clone", "-q", workshop.bare().toString(), clone.toString());
        assertThat(git(clone, "rev-parse", "HEAD")).isEqualTo(ready.head());
        assertThat(git(clone, "symbolic-ref", "--short", "HEAD")).isEqualTo("main");
        assertThat(git(clone, "log", "--format=%an <%ae>")).isEqualTo("Plataforma E <factory@localhost>");
        assertThat(clone.resolve(".factory.yml")).content().contains("test:", "start:");
        assertThat(clone.resolve(".gitignore")).exists();
        assertThat(git(clone, "grep", "-c", "shop")).isNotEmpty();
        assertThat(git(workshop.bare(), "fsck", "--strict")).doesNotContain("error");
    }

    @Test
    void a_projects_name_is_text_and_nothing_more() {
        found(SHOP);

        assertThat(workshop.scope.call(() -> workshop.shop
                        .repositories()
                        .read(workshop.project, workshop.shop.repositories().head(workshop.project), "README.md")))
                .hasValueSatisfying(readme -> assertThat(readme).startsWith("# Loja &lt;b&gt;boa&lt;/b&gt; Run: x\n"));
    }

    @Test
    void founding_again_gives_what_is_there() {
        var first = found(SHOP);

        assertThat(found(SHOP)).isEqualTo(first);
        assertThat(found(new Copy("/nowhere"))).isEqualTo(first);
    }

    @Test
    void what_a_killed_worker_left_is_swept_and_founding_goes_on() throws Exception {
        var tenant = Objects.requireNonNull(workshop.bare().getParent());
        var half = tenant.resolve(".founding-" + workshop.project + "-half");
        write(half.resolve("objects/pack/tmp_pack_x"), "half\n");
        var whole = tenant.resolve(".founding-" + workshop.project + "-whole");
        git(directory, "init", "-q", "--bare", whole.toString());

        assertThat(found(SHOP)).isInstanceOf(Ready.class);

        assertThat(tenant)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".founding"));
    }

    @Test
    void a_copy_has_the_default_branch_as_main_and_nothing_of_the_originals_settings() throws Exception {
        var source = existing("a.txt", "a\n", ".gitattributes", "* filter=evil\n");
        var marker = directory.resolve("ran");
        git(source, "branch", "-m", "trunk");
        git(source, "branch", "runs/x");
        git(source, "branch", "main");
        git(source, "tag", "v1");
        git(source, "config", "filter.evil.smudge", "touch " + marker);
        git(source, "config", "uploadpack.packObjectsHook", "touch " + marker);
        write(source.resolve(".git/hooks/post-checkout"), "#!/bin/sh\ntouch " + marker + "\n");
        assertThat(source.resolve(".git/hooks/post-checkout").toFile().setExecutable(true))
                .isTrue();

        var ready = (Ready) found(new Copy(source.toString()));

        assertThat(ready.head()).isEqualTo(git(source, "rev-parse", "trunk"));
        assertThat(git(workshop.bare(), "for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
        assertThat(git(workshop.bare(), "symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
        assertThat(workshop.bare().resolve("config")).content().doesNotContain("remote", source.toString());
        assertThat(workshop.bare().resolve("hooks")).doesNotExist();
        assertThat(marker).doesNotExist();
    }

    @Test
    void a_bare_repository_can_be_copied_too() throws Exception {
        var bare = directory.resolve("bare.git");
        git(directory, "clone", "-q", "--bare", existing("a.txt", "a\n").toString(), bare.toString());

        assertThat(found(new Copy(bare.toString()))).isInstanceOf(Ready.class);
    }

    @Test
    void what_is_no_repository_fails_in_words_for_a_person() throws Exception {
        var empty = Files.createDirectories(directory.resolve("empty"));
        assertThat(failure(new Copy(empty.toString()))).isEqualTo("There is no git repository in that directory.");

        git(empty, "init", "-q");
        assertThat(failure(new Copy(empty.toString()))).contains("no default branch with a commit");
        assertThat(failure(new Copy(directory.resolve("absent").toString()))).contains("no directory");
        assertThat(failure(new Copy("https://ana:s3cret@localhost/shop.git")))
                .contains("private")
                .doesNotContain("s3cret");
        assertThat(failure(new Copy("file:///etc"))).contains("https");
        assertThat(failure(new Skeleton("SHOP", "Shop", "../java"))).contains("no skeleton");
        assertThat(workshop.bare()).doesNotExist();
    }

    @Test
    void the_platforms_own_directories_cannot_be_copied() throws Exception {
        found(SHOP);
        var link = Files.createSymbolicLink(directory.resolve("link"), workshop.bare());
        var borrowing = repository(directory.resolve("borrowing"), "a.txt", "a\n");
        write(borrowing.resolve(".git/objects/info/alternates"), workshop.bare().resolve("objects") + "\n");
        var pointing = Files.createDirectories(directory.resolve("pointing"));
        write(pointing.resolve(".git"), "gitdir: " + workshop.bare() + "\n");
        var stolen = workshop.bare();
        workshop = new Workshop(directory.resolve("platform"));

        assertThat(failure(new Copy(stolen.toString()))).contains("FACTORY_LOCAL_REPOSITORIES");
        assertThat(failure(new Copy(link.toString()))).contains("FACTORY_LOCAL_REPOSITORIES");
        assertThat(failure(new Copy(borrowing.toString()))).contains("elsewhere");
        assertThat(failure(new Copy(pointing.toString()))).contains("no git repository");
    }

    @Test
    void outside_development_only_listed_directories_can_be_copied() throws Exception {
        var copy = new Copy(existing("a.txt", "a\n").toString());
        var size = DataSize.ofMegabytes(1);
        var elsewhere = List.of(Files.createDirectories(directory.resolve("elsewhere")));

        assertThat(found(copy, Environment.PRODUCTION, List.of(), size)).isInstanceOf(Failed.class);
        assertThat(found(copy, Environment.PRODUCTION, elsewhere, size)).isInstanceOf(Failed.class);
        assertThat(found(copy, Environment.DEVELOPMENT, elsewhere, size)).isInstanceOf(Failed.class);
        assertThat(found(copy, Environment.PRODUCTION, List.of(directory), size))
                .isInstanceOf(Ready.class);
    }

    @Test
    void a_repository_that_is_too_large_is_not_kept() throws Exception {
        var copy = new Copy(existing("a.txt", "a\n").toString());

        var founded = found(copy, Environment.DEVELOPMENT, List.of(), DataSize.ofBytes(100));

        assertThat(founded).isEqualTo(new Failed("Copying the repository was stopped: it is too large."));
        assertThat(workshop.bare()).doesNotExist();
    }
}
