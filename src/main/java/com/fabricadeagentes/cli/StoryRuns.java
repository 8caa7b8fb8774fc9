package com.fabricadeagentes.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A story's newest run, which is the one that people mean when they name the story. */
final class StoryRuns {

    private final Session session;
    private final String story;

    StoryRuns(Session session, String story) {
        this.session = session;
        this.story = story;
    }

    Optional<JsonNode> newest() {
        var page = session.get("/api/v1/stories/" + Api.part(story) + "/runs" + Api.query(Map.of("limit", "1")));
        return page.path("items").valueStream().findFirst();
    }

    JsonNode post(String verb, @Nullable Object body) {
        var path = path(verb);
        return body == null ? session.post(path) : session.post(path, body);
    }

    String diff() {
        return session.text(path("diff"));
    }

    private String path(String last) {
        var run = newest().orElseThrow(() ->
                new Trouble("%1$s has no run; start one with ./factory move %1$s READY".formatted(story)));
        return "/api/v1/runs/" + run.path("id").asString() + "/" + last;
    }
}
