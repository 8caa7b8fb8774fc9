package com.fabricadeagentes.llm.offline.agent;

import com.fabricadeagentes.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an agent answers: words with tool calls, or a refusal. */
public sealed interface Reply {

    String text();

    /** A tool to be used. */
    record Use(String tool, JsonNode input) {}

    record Act(String text, List<Use> uses) implements Reply {
        public Act {
            uses = List.copyOf(uses);
        }
    }

    /** The story, or what is asked now, is out of reach. */
    record Refuse(String text) implements Reply {}

    static Reply use(String text, String tool, Map<String, Object> input) {
        return new Act(text, List.of(new Use(tool, Json.MAPPER.valueToTree(input))));
    }

    static Reply write(String text, Map<String, String> files) {
        var uses = new ArrayList<Use>();
        files.forEach((path, content) -> {
            var input = new LinkedHashMap<String, Object>();
            input.put("path", path);
            input.put("content", content);
            uses.add(new Use("write_file", Json.MAPPER.valueToTree(input)));
        });
        return new Act(text, uses);
    }
}
