package com.fabricadeagentes.repositories.serving;

import static com.fabricadeagentes.repositories.RealGit.git;
import static com.fabricadeagentes.repositories.RealGit.tried;
import static com.fabricadeagentes.repositories.RealGit.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Actor;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.repositories.GitAccess;
import com.fabricadeagentes.repositories.RepositoriesProperties;
import com.fabricadeagentes.repositories.Workshop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class GitDoorTest {

    @TempDir
    Path directory;

    Workshop workshop;
    Tomcat tomcat;
    Map<String, Scope> people;

    @BeforeEach
    void serve() throws Exception {
        workshop = new Workshop(directory).with("README.md", "shop\n");
        people = Map.of(
                "writer", person(workshop.tenant, "repository:*"),
                "reader", person(workshop.tenant, "repository:read"),
                "nobody", person(workshop.tenant, "story:*"),
                "stranger", person(TenantId.next(), "*"));
        tomcat = new Tomcat();
        tomcat.setBaseDir(directory.resolve("tomcat").toString());
        tomcat.setPort(0);
        var context = tomcat.addContext("", directory.toString());
        var properties = new RepositoriesProperties(
                List.of(), List.of(), Duration.ofMinutes(1), DataSize.ofMegabytes(1), DataSize.ofKilobytes(100));
        Tomcat.addServlet(context, "git", ServingConfiguration.door(new Access(), workshop.shop.bare(), properties));
        context.addServletMappingDecoded("/git/*", "git");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    /** The tests' people; each one's password is their name. */
    private final class Access implements GitAccess {
        @Override
        public Optional<Scope> authenticate(String password) {
            return Optional.ofNullable(people.get(password));
        }

        @Override
        public Optional<ProjectId> project(String key) {
            return key.equals("SHOP") && Scope.tenantId().equals(workshop.tenant)
                    ? Optional.of(workshop.project)
                    : Optional.empty();
        }
    }

    private static Scope person(TenantId tenant, String permission) {
        return new Scope(tenant, Actor.platform("test"), Set.of(permission), "request");
    }

    private String url(String password) {
        return "http://any:" + password + "@127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/git/SHOP.git";
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Authorization", authorization)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("any:" + password).getBytes());
    }

    private Path cloned() throws Exception {
        var clone = Files.createTempDirectory(directory, "clone");
        git(directory, "clone", "-q", url("writer"), clone.toString());
        return clone;
    }

    private void commit(Path clone, String file, String content) throws Exception {
        write(clone.resolve(file), content);
        git(clone, "add", "-A");
        git(clone, "commit", "-q", "-m", "Change " + file);
    }

    private String main() throws Exception {
        return git(workshop.bare(), "rev-parse", "main");
    }

    @Test
    void real_git_clones_pushes_and_fetches() throws Exception {
        var one = cloned();
        var two = cloned();
        assertThat(one.resolve("README.md")).hasContent("shop\n");

        commit(one, "a.txt", "a\n");
        git(one, "push", "-q", "origin", "main", "HEAD:refs/heads/topic", "HEAD:refs/tags/v1");
        git(two, "pull", "-q");

        assertThat(main()).isEqualTo(git(two, "rev-parse", "HEAD"));
        assertThat(two.resolve("a.txt")).hasContent("a\n");
        assertThat(workshop.scope.call(() -> workshop.shop.repositories().head(workshop.project)))
                .isEqualTo(main());
    }

    @Test
    void without_a_good_password_git_is_asked_for_one() throws Exception {
        var path = "/git/SHOP.git/info/refs?service=git-upload-pack";

        for (var authorization : List.of(basic("wrong"), basic(""), "Basic %%%", "Bearer writer")) {
            var answer = get(path, authorization);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic ");
        }
        assertThat(get(path, basic("nobody")).statusCode()).isEqualTo(403);
        assertThat(get(path, basic("reader")).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_or_another_tenants_is_not_found() throws Exception {
        var query = "/info/refs?service=git-upload-pack";

        assertThat(get("/git/SHOP.git" + query, basic("stranger")).statusCode()).isEqualTo(404);
        assertThat(get("/git/NONE.git" + query, basic("reader")).statusCode()).isEqualTo(404);
        assertThat(get("/git/SHOP" + query, basic("reader")).statusCode()).isEqualTo(404);
        assertThat(get("/git/" + workshop.tenant + "/" + workshop.project + ".git" + query, basic("reader"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/git/SHOP.git/HEAD", basic("reader")).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(get("/git/SHOP.git/config", basic("reader")).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(get("/git/%2e%2e/SHOP.git/config", basic("reader")).statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void who_may_only_read_cannot_push() throws Exception {
        var clone = cloned();
        commit(clone, "a.txt", "a\n");

        assertThat(tried(clone, "push", "-q", url("reader"), "main").exitCode()).isNotZero();
        git(clone, "fetch", "-q", url("reader"));
    }

    @Test
    void a_runs_branch_is_seen_and_its_checkpoints_are_not() throws Exception {
        var repositories = workshop.shop.repositories();
        var run = Ids.next().toString();
        var first = workshop.scope.call(() -> {
            var worktree = repositories.open(workshop.project, run, main(), main());
            write(worktree.root().resolve("a.txt"), "a\n");
            var checkpoint = repositories.checkpoint(worktree, 1);
            write(worktree.root().resolve("a.txt"), "b\n");
            repositories.reset(worktree, repositories.checkpoint(worktree, 2));
            return checkpoint;
        });
        var clone = cloned();

        assertThat(git(clone, "ls-remote", "origin"))
                .contains("refs/heads/runs/" + run)
                .doesNotContain("refs/runs/");
        for (var version : List.of("0", "2")) {
            assertThat(tried(clone, "-c", "protocol.version=" + version, "fetch", "-q", "origin", first)
                            .exitCode())
                    .isNotZero();
        }
    }

    @Test
    void main_only_moves_forward_and_runs_are_the_platforms() throws Exception {
        var clone = cloned();
        var before = main();
        git(clone, "commit", "-q", "--amend", "-m", "Rewritten");

        for (var refs : List.of(
                "+main:main", ":main", "main:runs/x", "main:refs/heads/runs", "main:refs/runs/x/1", "main:refs/x/y")) {
            var push = tried(clone, "push", "origin", refs);
            assertThat(push.exitCode()).as(push.output()).isNotZero();
        }
        assertThat(main()).isEqualTo(before);
        assertThat(git(workshop.bare(), "for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
        git(clone, "push", "-q", "origin", "main:topic");
        git(clone, "push", "-q", "origin", "+HEAD:topic");
        git(clone, "push", "-q", "origin", ":topic");
    }

    @Test
    void a_tree_that_would_plant_a_git_directory_is_refused() throws Exception {
        var clone = cloned();
        var blob = git(clone, "hash-object", "-w", "README.md");
        var inner = directory.resolve("tree");
        write(inner, "100644 blob " + blob + "\tconfig\n");
        var sub = piped(clone, inner, "mktree");
        write(inner, "040000 tree " + sub + "\t.GIT\n");
        var commit = git(clone, "commit-tree", "-m", "Evil", "-p", "HEAD", piped(clone, inner, "mktree"));

        assertThat(tried(clone, "push", "-q", "origin", commit + ":refs/heads/evil")
                        .exitCode())
                .isNotZero();
        assertThat(git(workshop.bare(), "for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
    }

    private static String piped(Path clone, Path input, String command) throws Exception {
        var process = new ProcessBuilder("git", command)
                .directory(clone.toFile())
                .redirectInput(input.toFile())
                .start();
        return new String(process.getInputStream().readAllBytes()).strip();
    }

    @Test
    void a_push_that_is_too_large_is_refused() throws Exception {
        var clone = cloned();
        var noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        Files.write(clone.resolve("noise.bin"), noise);
        git(clone, "add", "-A");
        git(clone, "commit", "-q", "-m", "Noise");
        var before = main();

        var push = tried(clone, "push", "-q", "origin", "main");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.output()).contains("exceeds the limit");
        assertThat(main()).isEqualTo(before);
    }
}
