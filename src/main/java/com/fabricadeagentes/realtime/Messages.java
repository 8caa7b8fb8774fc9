package com.fabricadeagentes.realtime;

import com.fabricadeagentes.agents.RunHistory;
import com.fabricadeagentes.database.StreamEvent;
import com.fabricadeagentes.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns stored events into what clients are sent. The next kind of event is one more case. */
@Component
class Messages {

    private final RunHistory runs;

    Messages(RunHistory runs) {
        this.runs = runs;
    }

    Map<String, Object> of(StreamEvent event) {
        var payload = Json.tree(event.payload());
        var message = new LinkedHashMap<String, Object>();
        message.put("type", type(event.type()));
        message.put("id", String.valueOf(event.seq()));
        payload.properties().forEach(field -> message.put(field.getKey(), field.getValue()));
        message.put("timestamp", event.occurredAt());
        if (event.type().equals("RunEventAppended")) {
            message.put("type", "run_event");
            runs.event(
                            UUID.fromString(payload.get("run_id").asString()),
                            payload.get("seq").asInt())
                    .ifPresent(entry -> message.put("event", entry));
        }
        return message;
    }

    private static String type(String stored) {
        return switch (stored) {
            case "StoryMoved" -> "story_update";
            case "StoryWritten", "StoryChanged" -> "story_changed";
            case "ProjectCreated", "ProjectChanged" -> "project_changed";
            default -> "notification";
        };
    }
}
