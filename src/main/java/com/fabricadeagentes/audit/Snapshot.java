package com.fabricadeagentes.audit;

import com.fabricadeagentes.kernel.Json;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A thing as evidence keeps it: JSON without secrets and of bounded size. */
final class Snapshot {

    private static final Pattern SECRET =
            Pattern.compile("(^|_)(password|secret|token|credential|authorization|hash|private_key)(_|$|s$)");
    private static final int LONGEST_TEXT = 2_000;
    private static final int LARGEST = 64_000;

    private Snapshot() {}

    static @Nullable String of(@Nullable Object thing) {
        if (thing == null) {
            return null;
        }
        JsonNode tree = Json.MAPPER.valueToTree(thing);
        var json = Json.write(sound(tree));
        return json.length() <= LARGEST
                ? json
                : Json.write(Json.MAPPER.createObjectNode().put("omitted_characters", json.length()));
    }

    private static JsonNode sound(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = Json.MAPPER.createObjectNode();
                object.properties()
                        .forEach(field -> copy.set(
                                field.getKey(),
                                SECRET.matcher(field.getKey()).find()
                                                && field.getValue().isString()
                                        ? StringNode.valueOf("***")
                                        : sound(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = Json.MAPPER.createArrayNode();
                array.forEach(element -> copy.add(sound(element)));
                yield copy;
            }
            case StringNode text
            when text.stringValue().length() > LONGEST_TEXT ->
                StringNode.valueOf(text.stringValue().substring(0, LONGEST_TEXT) + "…");
            default -> node;
        };
    }
}
