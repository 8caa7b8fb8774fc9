package com.fabricadeagentes.llm.wire;

import com.fabricadeagentes.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as it came.
 *
 * @param headers by name, whatever its case
 * @param raw the body's characters, unchanged
 */
public record RecordedRequest(Map<String, List<String>> headers, String raw) {

    private static final String MARK = ",\"cache_control\":{\"type\":\"ephemeral\"}";

    public JsonNode body() {
        return Json.tree(raw);
    }

    public @Nullable String header(String name) {
        var values = headers.get(name);
        return values == null ? null : values.getFirst();
    }

    public String model() {
        return body().path("model").asString("");
    }

    /** The system prompt's whole text. */
    public String system() {
        return texts(body().path("system"));
    }

    public List<String> tools() {
        return stream(body().path("tools"))
                .map(tool -> tool.path("name").asString())
                .toList();
    }

    public boolean offers(String tool) {
        return tools().contains(tool);
    }

    public JsonNode messages() {
        return body().path("messages");
    }

    /** How many turns the model has had in this conversation: 0 in the first request. */
    public long turn() {
        return stream(messages())
                .filter(message -> message.path("role").asString().equals("assistant"))
                .count();
    }

    /** What the newest message says: its texts and the contents of its tool results. */
    public String news() {
        return texts(messages().path(messages().size() - 1).path("content"));
    }

    /** The messages' characters without the cache's marks, which may move, and without the closing bracket. */
    public String conversation() {
        var marked = raw.replace(MARK, "");
        return slice(marked, "messages", messages());
    }

    /** The characters of tools and system prompt without the cache's marks. */
    public String beginning() {
        var marked = raw.replace(MARK, "");
        return slice(marked, "tools", body().path("tools")) + slice(marked, "system", body().path("system"));
    }

    /** Whether {@code later} is this conversation continued, byte for byte. */
    public boolean isBeginningOf(RecordedRequest later) {
        return later.beginning().equals(beginning()) && later.conversation().startsWith(conversation());
    }

    private static String slice(String body, String name, JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        var text = Json.write(value).replace(MARK, "");
        var property = "\"" + name + "\":" + text;
        if (!body.contains(property)) {
            throw new AssertionError("the body's " + name + " are not written compactly");
        }
        return text.substring(0, text.length() - 1);
    }

    private static String texts(JsonNode content) {
        return content.isString()
                ? content.asString()
                : stream(content)
                        .map(block -> block.path("text").asString("")
                                + block.path("content").asString(""))
                        .collect(Collectors.joining("\n"));
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
