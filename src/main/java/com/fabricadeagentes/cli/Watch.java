package com.fabricadeagentes.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows a story's newest run until it ends or needs a person; waits where there is none yet. */
final class Watch {

    static final int SUCCEEDED = 0;
    static final int FAILED = 1;
    static final int NEEDS_HUMAN = 2;

    private static final Duration POLL = Duration.ofMillis(300);
    private static final int PAGE = 200;
    private static final int LONG = 2_000;
    /** A story that was just moved still shows its last run for a moment. */
    private static final int POLLS_FOR_A_NEW_RUN = 10;

    private final Session session;
    private final Terminal terminal;
    private final String story;
    private final Narration narration;
    private @Nullable String cursor;
    private int told;

    Watch(Session session, Terminal terminal, String story) {
        this.session = session;
        this.terminal = terminal;
        this.story = story;
        this.narration = new Narration(terminal.style());
    }

    /** @return the exit code */
    int follow() {
        var id = awaitRun().path("id").asString();
        while (true) {
            // The run is read before its events, so that whatever led to its status is told.
            var run = session.get("/api/v1/runs/" + id);
            tellNews(id);
            switch (run.path("status").asString()) {
                case "SUCCEEDED" -> {
                    return succeeded(run);
                }
                case "NEEDS_HUMAN" -> {
                    return needsHuman(run);
                }
                case "FAILED", "CANCELLED" -> {
                    return failed(run);
                }
                default -> pause();
            }
        }
    }

    private JsonNode awaitRun() {
        var runs = new StoryRuns(session, story);
        for (int polls = 0; ; polls++) {
            var newest = runs.newest();
            if (newest.isPresent() && (polls >= POLLS_FOR_A_NEW_RUN || !anotherIsComing(newest.get()))) {
                return newest.get();
            }
            if (newest.isEmpty() && polls == 0) {
                terminal.complain("No run yet; waiting. To start one: ./factory move %s READY".formatted(story));
            }
            pause();
        }
    }

    private boolean anotherIsComing(JsonNode newest) {
        var ended = !newest.path("finished_at").isNull();
        return ended
                && session.get("/api/v1/stories/" + Api.part(story))
                        .path("status")
                        .asString()
                        .equals("READY");
    }

    private void tellNews(String run) {
        while (true) {
            var query = new LinkedHashMap<>(Map.of("limit", String.valueOf(PAGE)));
            Optional.ofNullable(cursor).ifPresent(place -> query.put("cursor", place));
            var page = session.get("/api/v1/runs/" + run + "/events" + Api.query(query));
            page.path("items").valueStream().forEach(this::tell);
            var next = page.path("next_cursor");
            if (!next.isString()) {
                return;
            }
            cursor = next.asString();
        }
    }

    /** The last page has no cursor of its own, so it is read again and again; what is known is passed over. */
    private void tell(JsonNode event) {
        int seq = event.path("seq").asInt();
        if (seq > told) {
            told = seq;
            narration.tell(event).forEach(terminal::say);
        }
    }

    private int succeeded(JsonNode run) {
        terminal.say(terminal.style().good("DONE") + " " + run.path("commit").asString(""));
        return SUCCEEDED;
    }

    private int failed(JsonNode run) {
        var status = terminal.style().bad(run.path("status").asString());
        var error = Text.line(run.path("error").asString(""), LONG);
        terminal.say((status + " " + error).strip());
        terminal.say("To try again: ./factory retry " + story);
        return FAILED;
    }

    private int needsHuman(JsonNode run) {
        var approval = run.path("needs").asString("").equals("approval");
        var words = Stream.of("question", "error")
                .map(field -> run.path(field).asString(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(approval ? "The change is green and waits for your approval." : "The run waits for you.");
        terminal.say(terminal.style().warning("NEEDS YOU") + " " + Text.line(words, LONG));
        terminal.say(
                approval
                        ? "Look: ./factory diff %1$s   then: ./factory approve %1$s   or: ./factory reject %1$s \"why\""
                                .formatted(story)
                        : "Next: ./factory answer %s \"your answer\"".formatted(story));
        return NEEDS_HUMAN;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped");
        }
    }
}
