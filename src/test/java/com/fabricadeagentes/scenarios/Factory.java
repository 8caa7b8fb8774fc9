package com.fabricadeagentes.scenarios;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fabricadeagentes.support.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** What a product owner does with the platform, over its API. */
final class Factory {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> SETTLED = Set.of("SUCCEEDED", "FAILED", "CANCELLED", "NEEDS_HUMAN");

    private final Api api;

    Factory(Api api) {
        this.api = api;
    }

    Api api() {
        return api;
    }

    JsonNode project(Map<String, Object> request) {
        return api.post("/api/v1/projects", request).created();
    }

    /** A story, with its tasks planned. @return its key */
    String story(JsonNode project, String title, List<String> criteria) {
        var story = api.post(
                        "/api/v1/stories",
                        Map.of(
                                "project_id",
                                project.get("id").asString(),
                                "title",
                                title,
                                "description",
                                "",
                                "acceptance_criteria",
                                criteria))
                .created();
        var key = story.get("key").asString();
        await().atMost(PATIENCE)
                .until(() -> !story(key).get("planning").asString().equals("PENDING"));
        return key;
    }

    JsonNode story(String key) {
        return api.get("/api/v1/stories/" + key).ok();
    }

    void move(String key, String status) {
        api.post("/api/v1/stories/" + key + "/move", Map.of("status", status)).ok();
    }

    /** The story's newest run, once it is over or waits for a person. */
    JsonNode settled(String key) {
        var found = new AtomicReference<JsonNode>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            var runs = api.get("/api/v1/stories/" + key + "/runs").ok().get("items");
            if (runs.isEmpty() || !SETTLED.contains(runs.get(0).get("status").asString())) {
                return false;
            }
            found.set(runs.get(0));
            return true;
        });
        return requireNonNull(found.get());
    }

    /** The run's whole history. */
    List<JsonNode> events(JsonNode run) {
        var path = "/api/v1/runs/" + run.get("id").asString() + "/events?limit=200";
        var all = new ArrayList<JsonNode>();
        var page = api.get(path).ok();
        while (true) {
            page.get("items").forEach(all::add);
            if (page.get("next_cursor").isNull()) {
                return all;
            }
            page = api.get(path + "&cursor=" + page.get("next_cursor").asString())
                    .ok();
        }
    }

    List<String> types(JsonNode run) {
        return events(run).stream().map(event -> event.get("type").asString()).toList();
    }

    List<JsonNode> events(JsonNode run, String type) {
        return events(run).stream()
                .filter(event -> event.get("type").asString().equals(type))
                .toList();
    }

    /** Fails with the run's own words where it did not succeed. */
    void assertSucceeded(JsonNode run) {
        assertThat(run.get("status").asString())
                .as(() -> run.toPrettyString() + "\n"
                        + String.join(
                                "\n",
                                events(run).stream().map(JsonNode::toString).toList()))
                .isEqualTo("SUCCEEDED");
    }
}
