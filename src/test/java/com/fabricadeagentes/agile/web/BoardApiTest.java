package com.fabricadeagentes.agile.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class BoardApiTest {

    /** The board alone: no planner writes tasks and no run moves stories behind the test's back. */
    private static final Map<String, String> NO_WORKERS = Map.of("FACTORY_ROLE", "web");

    private interface Story {
        void tell(Api api);
    }

    private static void on(Database database, Path home, Story story) {
        try (var node = Node.start(home, database.newUrl(home), NO_WORKERS)) {
            story.tell(Api.signIn(node));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_project_is_created_changed_deleted_and_restored(Database database, @TempDir Path home) {
        on(database, home, api -> {
            var project = api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja"))
                    .created();
            assertThat(project.get("stack").asString()).isEqualTo("java");
            assertThat(project.get("merge").asString()).isEqualTo("automatic");
            assertThat(project.at("/repository/status").asString()).isIn("PREPARING", "READY", "FAILED");

            var patched = api.patch(
                            "/api/v1/projects/SHOP",
                            Map.of("merge", "review", "limits", Map.of("max_run_usd", 2.5, "max_retries", 3)))
                    .ok();
            assertThat(patched.get("name").asString()).isEqualTo("Loja");
            assertThat(patched.at("/limits/max_run_usd").asDouble()).isEqualTo(2.5);
            api.with("If-Match", "\"1\"")
                    .patch("/api/v1/projects/SHOP", Map.of("name", "Outra"))
                    .problem(412);

            api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja")).problem(409);
            api.delete("/api/v1/projects/SHOP").noContent();
            api.get("/api/v1/projects/SHOP").problem(404);
            assertThat(api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja"))
                            .problem(409)
                            .get("detail")
                            .asString())
                    .contains("restore");
            api.post("/api/v1/projects/SHOP/restore").ok();
            assertThat(api.get("/api/v1/projects").ok().get("items")).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_wrong_with_a_story_is_said_by_field(Database database, @TempDir Path home) {
        on(database, home, api -> {
            api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja")).created();
            api.post("/api/v1/stories", Map.of("project_id", "SHOP", "title", "x".repeat(501)))
                    .invalid("title");
            api.post("/api/v1/stories", Map.of("project_id", "SHOP", "title", "   "))
                    .invalid("title");
            api.post("/api/v1/stories", Map.of("project_id", "SHOP", "title", "a\0b"))
                    .invalid("title");
            api.post("/api/v1/stories", "{\"project_id\": \"SHOP\", \"title\": \"a\\ud800b\"}")
                    .invalid("title");
            api.post("/api/v1/stories", Map.of("project_id", "NONE", "title", "Login"))
                    .invalid("project_id");
            api.post("/api/v1/stories", Map.of("project_id", "SHOP", "title", "Login", "points", 101))
                    .invalid("points");
            api.post("/api/v1/stories", Map.of("project_id", "SHOP", "title", "Login", "colour", "red"))
                    .invalid("colour");
            var criteria = IntStream.range(0, 51).mapToObj(i -> "Regra " + i).toList();
            api.post("/api/v1/stories", Map.of("project_id", "SHOP", "title", "Login", "acceptance_criteria", criteria))
                    .invalid("acceptance_criteria");

            story(api, "Login");
            api.patch("/api/v1/stories/SHOP-1", Map.of("status", "DONE")).invalid("status");
            api.patch("/api/v1/stories/SHOP-1", "{\"title\": null}").invalid("title");
            api.patch("/api/v1/stories/SHOP-1", Map.of("priority", "SOON")).invalid("priority");
            api.patch("/api/v1/stories/SHOP-1", Map.of("points", "many")).invalid("points");
            api.post("/api/v1/projects", Map.of("key", "BLOG", "name", "Blog")).created();
            var foreign = api.post("/api/v1/epics", Map.of("project_id", "BLOG", "title", "Textos"))
                    .created();
            api.patch("/api/v1/stories/SHOP-1", Map.of("epic_id", id(foreign))).invalid("epic_id");
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_story_is_changed_by_a_merge_patch_that_leaves_the_rest_alone(Database database, @TempDir Path home) {
        on(database, home, api -> {
            api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja")).created();
            var epic = api.post("/api/v1/epics", Map.of("project_id", "SHOP", "title", "Catálogo", "color", "#1f6feb"))
                    .created();
            var story = api.post(
                            "/api/v1/stories",
                            Map.of(
                                    "project_id",
                                    "SHOP",
                                    "title",
                                    "Cadastro de produtos",
                                    "acceptance_criteria",
                                    List.of("O preço nunca é negativo"),
                                    "points",
                                    3,
                                    "priority",
                                    "HIGH",
                                    "epic_id",
                                    id(epic)))
                    .created();
            assertThat(story.get("key").asString()).isEqualTo("SHOP-1");
            assertThat(story.get("planning").asString()).isEqualTo("PENDING");

            var answer = api.with("If-Match", "\"1\"")
                    .with("Content-Type", "application/merge-patch+json")
                    .patch("/api/v1/stories/" + id(story), "{\"points\": null, \"title\": \"Produtos\"}");
            var patched = answer.ok();
            assertThat(answer.header("ETag")).isEqualTo("\"2\"");
            assertThat(patched.get("title").asString()).isEqualTo("Produtos");
            assertThat(patched.get("points").isNull()).isTrue();
            assertThat(patched.get("priority").asString()).isEqualTo("HIGH");
            assertThat(patched.get("epic_id")).isEqualTo(epic.get("id"));
            assertThat(patched.get("acceptance_criteria")).hasSize(1);
            api.with("If-Match", "\"1\"")
                    .post("/api/v1/stories/SHOP-1/move", Map.of("status", "READY"))
                    .problem(412);
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void an_illegal_move_answers_what_is_allowed(Database database, @TempDir Path home) {
        on(database, home, api -> {
            api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja")).created();
            story(api, "Login");
            var problem = api.post("/api/v1/stories/SHOP-1/move", Map.of("status", "DONE"))
                    .problem(409);
            assertThat(problem.get("allowed").toString()).isEqualTo("[\"READY\",\"IN_PROGRESS\"]");
            api.post("/api/v1/stories/SHOP-1/move", Map.of("status", "SOMEWHERE"))
                    .invalid("status");
            api.post("/api/v1/stories/SHOP-1/move", Map.of("status", "BACKLOG", "position", -1))
                    .invalid("position");
            api.post("/api/v1/stories/SHOP-99/move", Map.of("status", "READY")).problem(404);
            var moved = api.post("/api/v1/stories/SHOP-1/move", Map.of("status", "IN_PROGRESS", "position", 99))
                    .ok();
            assertThat(moved.get("position").asInt()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_list_is_paged_filtered_and_sorted(Database database, @TempDir Path home) {
        on(database, home, api -> {
            api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja")).created();
            IntStream.rangeClosed(1, 7).forEach(i -> story(api, "História " + i));
            assertThat(titles(api, "/api/v1/stories?limit=3"))
                    .containsExactly(
                            "História 7",
                            "História 6",
                            "História 5",
                            "História 4",
                            "História 3",
                            "História 2",
                            "História 1");
            assertThat(titles(api, "/api/v1/stories?limit=2&project_id=SHOP&status=BACKLOG"))
                    .startsWith("História 1", "História 2", "História 3")
                    .hasSize(7);
            assertThat(titles(api, "/api/v1/stories?q=HIST&project_id=SHOP&sort=-number&limit=3"))
                    .startsWith("História 7", "História 6")
                    .hasSize(7);
            assertThat(titles(api, "/api/v1/stories?q=shop-4")).containsExactly("História 4");
            assertThat(titles(api, "/api/v1/stories?blocked=true")).isEmpty();

            api.get("/api/v1/stories?status=SOMEWHERE").problem(400);
            api.get("/api/v1/stories?limit=0").problem(400);
            api.get("/api/v1/stories?limit=201").problem(400);
            api.get("/api/v1/stories?limit=ten").problem(400);
            api.get("/api/v1/stories?sort=colour").problem(400);
            api.get("/api/v1/stories?cursor=broken").problem(400);
            api.get("/api/v1/stories?project_id=NONE").problem(400);
            var cursor =
                    api.get("/api/v1/stories?limit=1").ok().get("next_cursor").asString();
            api.get("/api/v1/stories?sort=number&cursor=" + cursor).problem(400);
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_sprint_is_planned_started_and_closed_once(Database database, @TempDir Path home) {
        on(database, home, api -> {
            api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja")).created();
            api.post(
                            "/api/v1/sprints",
                            Map.of(
                                    "project_id", "SHOP",
                                    "name", "Sprint 1",
                                    "starts_on", "2026-12-04",
                                    "ends_on", "2026-11-23"))
                    .invalid("ends_on");
            var first = "/api/v1/sprints/" + id(sprint(api, "Sprint 1"));
            var second = "/api/v1/sprints/" + id(sprint(api, "Sprint 2"));
            api.post(first + "/close").problem(409);
            var started = api.post(first + "/start").ok();
            assertThat(started.get("status").asString()).isEqualTo("ACTIVE");
            assertThat(started.get("starts_on").isNull()).isFalse();
            api.post(second + "/start").problem(409);
            assertThat(api.get("/api/v1/sprints?status=ACTIVE").ok().get("items"))
                    .hasSize(1);
            api.post(first + "/close").ok();
            story(api, "Login");
            api.patch("/api/v1/stories/SHOP-1", Map.of("sprint_id", id(started)))
                    .invalid("sprint_id");
            api.post(second + "/start").ok();
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_person_adds_changes_and_deletes_tasks(Database database, @TempDir Path home) {
        on(database, home, api -> {
            api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Loja")).created();
            story(api, "Login");
            var task = api.post("/api/v1/tasks", Map.of("story_id", "SHOP-1", "type", "test", "title", "Senha errada"))
                    .created();
            assertThat(task.get("agent_type").asString()).isEqualTo("test_writer");
            var path = "/api/v1/tasks/" + id(task);
            api.patch(path, Map.of("status", "DONE")).ok();
            api.patch(path, Map.of("type", "party")).invalid("type");
            var titles = new ArrayList<String>();
            api.get("/api/v1/stories/SHOP-1/tasks")
                    .ok()
                    .get("items")
                    .forEach(item -> titles.add(item.get("title").asString()));
            assertThat(titles).contains("Senha errada");
            assertThat(api.get("/api/v1/tasks?type=test&story_id=SHOP-1&status=DONE")
                            .ok()
                            .get("items"))
                    .hasSize(1);
            api.delete(path).noContent();
            api.get(path).problem(404);
            api.post(path + "/restore").ok();
            api.post(path + "/restore").problem(409);
        });
    }

    private static void story(Api api, String title) {
        api.post("/api/v1/stories", Map.of("project_id", "SHOP", "title", title))
                .created();
    }

    private static JsonNode sprint(Api api, String name) {
        return api.post("/api/v1/sprints", Map.of("project_id", "SHOP", "name", name))
                .created();
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }

    /** Of all pages. */
    private static List<String> titles(Api api, String path) {
        var titles = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get(path + cursor).ok();
            page.get("items").forEach(item -> titles.add(item.get("title").asString()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (!cursor.isEmpty());
        return titles;
    }
}
