package com.fabricadeagentes.realtime;

import com.fabricadeagentes.agents.RunHistory;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** A run's history as server-sent events, from {@code Last-Event-ID} on, until the run is over. */
@RestController
@Hidden
class RunStreamController {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int LOOKS_BETWEEN_BEATS = 150;
    private static final int BATCH = 200;

    private final RunHistory history;

    RunStreamController(RunHistory history) {
        this.history = history;
    }

    @GetMapping(path = "/api/v1/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        var run = Ids.parse(id).orElseThrow(() -> new Refusal.NotFound("run").refused());
        history.over(run);
        int after = lastEventId == null ? 0 : seq(lastEventId);
        var emitter = new SseEmitter(LONGEST.toMillis());
        var scope = Scope.current();
        Thread.ofVirtual().name("run-stream").start(() -> scope.run(() -> send(run, after, emitter)));
        return emitter;
    }

    private void send(UUID run, int after, SseEmitter emitter) {
        try {
            int last = after;
            for (int quiet = 0; ; quiet++) {
                boolean over = history.over(run);
                for (JsonNode event : history.after(run, last, BATCH)) {
                    last = event.get("seq").asInt();
                    quiet = 0;
                    emitter.send(SseEmitter.event()
                            .id(String.valueOf(last))
                            .name(event.get("type").asString())
                            .data(event.toString(), MediaType.APPLICATION_JSON));
                }
                if (over && history.after(run, last, 1).isEmpty()) {
                    emitter.complete();
                    return;
                }
                if (quiet == LOOKS_BETWEEN_BEATS) {
                    quiet = 0;
                    emitter.send(SseEmitter.event().comment("still here"));
                }
                Thread.sleep(LOOK);
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException fault) {
            emitter.completeWithError(fault);
        }
    }

    private static int seq(String lastEventId) {
        try {
            return Math.max(0, Integer.parseInt(lastEventId));
        } catch (NumberFormatException notOurs) {
            throw new Refusal.Malformed("Last-Event-ID is not one this stream gave.").refused();
        }
    }
}
