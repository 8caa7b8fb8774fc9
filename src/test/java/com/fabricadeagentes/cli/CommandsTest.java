package com.fabricadeagentes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.kernel.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String RUNS = "GET /api/v1/stories/SHOP-1/runs?limit=1";

    @TempDir
    Path home;

    private FakePlatform platform;

    @BeforeEach
    void start() {
        platform = new FakePlatform(home).signedIn();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void a_project_is_begun_with_what_was_given_only() {
        platform.on("POST /api/v1/projects", 201, "{\"key\":\"SHOP\"}");

        var ended = platform.run("project", "add", "SHOP", "Loja", "--stack", "python", "--merge", "review");

        assertThat(ended.out().strip()).isEqualTo("SHOP is there");
        assertThat(sent())
                .containsOnly(
                        Map.entry("key", "SHOP"),
                        Map.entry("name", "Loja"),
                        Map.entry("stack", "python"),
                        Map.entry("merge", "review"));
    }

    @Test
    void a_story_is_written_with_its_criteria() {
        platform.on("POST /api/v1/stories", 201, "{\"key\":\"SHOP-1\"}");

        var ended = platform.run(
                "story", "add", "Cadastro", "--project", "SHOP", "--criterion", "a, b", "--criterion", "c");

        assertThat(ended.out().strip()).isEqualTo("SHOP-1");
        assertThat(sent())
                .containsEntry("project_id", "SHOP")
                .containsEntry("acceptance_criteria", java.util.List.of("a, b", "c"));
    }

    @Test
    void lists_are_read_to_their_end() {
        platform.on("GET /api/v1/projects?limit=200", 200, "{\"items\":[{\"key\":\"SHOP\"}],\"next_cursor\":\"abc=\"}")
                .on("GET /api/v1/projects?limit=200&cursor=abc%3D", 200, "{\"items\":[{\"key\":\"BLOG\"}]}");

        assertThat(platform.run("project", "list").out().lines().map(String::strip))
                .containsExactly("SHOP", "BLOG");
    }

    @Test
    void a_refusal_is_one_line_with_the_fields_and_the_moves_that_are_open() {
        platform.on("POST /api/v1/projects", 422, """
                        {"detail":"The request is not valid.","errors":[{"field":"key","message":"is taken"}]}""")
                .on(
                        "POST /api/v1/stories/SHOP-1/move",
                        409,
                        "{\"detail\":\"A story moves not so.\",\"allowed\":[\"BACKLOG\",\"DONE\"]}");

        var add = platform.run("project", "add", "SHOP", "Loja");
        var move = platform.run("move", "SHOP-1", "review");

        assertThat(add.code()).isOne();
        assertThat(add.err().strip()).isEqualTo("The request is not valid. (key: is taken)");
        assertThat(move.err().strip()).isEqualTo("A story moves not so. Allowed: BACKLOG, DONE");
    }

    @Test
    void a_persons_word_goes_to_the_storys_newest_run() {
        platform.on(RUNS, 200, "{\"items\":[{\"id\":\"r1\"}]}")
                .on("POST /api/v1/runs/r1/reject", 200, "{\"status\":\"RUNNING\"}");

        var ended = platform.run("reject", "SHOP-1", "no tests");

        assertThat(ended.out()).contains("The run is RUNNING");
        assertThat(sent()).containsOnly(Map.entry("reason", "no tests"));
    }

    @Test
    void a_story_without_a_run_says_how_to_start_one() {
        platform.on(RUNS, 200, "{\"items\":[]}");

        assertThat(platform.run("approve", "SHOP-1").err().strip())
                .isEqualTo("SHOP-1 has no run; start one with ./factory move SHOP-1 READY");
    }

    @Test
    void a_diff_is_printed_as_it_is_but_for_escapes() {
        platform.on(RUNS, 200, "{\"items\":[{\"id\":\"r1\"}]}")
                .on("GET /api/v1/runs/r1/diff", 200, "--- a\n+++ b\n+\tx\u001b[2J\n");

        assertThat(platform.run("diff", "SHOP-1").out()).isEqualTo("--- a\n+++ b\n+\tx[2J\n");
    }

    @Test
    void an_application_is_shown_with_its_whole_address() {
        platform.on(
                "POST /api/v1/projects/SHOP/app/start",
                202,
                "{\"status\":\"RUNNING\",\"url\":\"/apps/SHOP~x/\",\"error\":null}");

        assertThat(platform.run("app", "start", "SHOP").out().lines())
                .containsExactly("RUNNING", platform.url() + "/apps/SHOP~x/");
    }

    @Test
    void what_a_person_types_cannot_leave_its_place_in_the_path() {
        platform.run("app", "status", "../me?x=1");

        assertThat(platform.asked().getFirst()).startsWith("GET /api/v1/projects/..%2Fme%3Fx%3D1/app ");
    }

    @Test
    void an_audit_that_cannot_be_verified_is_not_called_verified() {
        var ended = platform.run("audit", "verify");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).startsWith("Nothing was verified");
    }

    @Test
    void migrating_makes_the_database_and_finds_it_done_the_second_time() {
        assertThat(platform.run("db", "migrate").code()).isZero();
        assertThat(home.resolve("database/factory.db")).isRegularFile();

        assertThat(platform.run("db", "migrate").out()).contains("; 0 migrations were needed");
    }

    @Test
    void a_database_address_that_is_none_is_refused_in_words() {
        var ended = platform.run(Map.of("DATABASE_URL", "mysql://x"), "db", "migrate");

        assertThat(ended.code()).isOne();
        assertThat(ended.err()).contains("DATABASE_URL must be");
    }

    @Test
    void every_command_explains_itself() {
        var ended = platform.run("story", "add", "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Usage: factory story add", "--criterion");
    }

    @Test
    void an_unknown_command_is_refused() {
        var ended = platform.run("deploy");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("deploy");
        assertThat(Files.exists(home.resolve("database"))).isFalse();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> sent() {
        var last = platform.asked().getLast();
        return Json.read(last.substring(last.indexOf('{')), Map.class);
    }
}
