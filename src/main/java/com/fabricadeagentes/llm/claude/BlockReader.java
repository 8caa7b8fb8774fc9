package com.fabricadeagentes.llm.claude;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ContentBlock;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One content block while it arrives. */
final class BlockReader {

    private final ObjectNode start;
    private final String type;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();

    BlockReader(ObjectNode start) {
        this.start = start;
        this.type = start.path("type").asString("");
        text.append(start.path(type).asString(""));
    }

    boolean isToolCall() {
        return type.equals("tool_use");
    }

    String toolName() {
        return start.path("name").asString("");
    }

    /** Takes a delta in. @return how many characters it brought */
    int grow(JsonNode delta) {
        return switch (delta.path("type").asString("")) {
            case "text_delta" -> append(text, delta.path("text"));
            case "thinking_delta" -> append(text, delta.path("thinking"));
            case "input_json_delta" -> append(arguments, delta.path("partial_json"));
            case "signature_delta" -> {
                var signature = delta.path("signature").asString("");
                start.put("signature", signature);
                yield signature.length();
            }
            case "citations_delta" -> {
                start.withArray("citations").add(delta.path("citation"));
                yield delta.toString().length();
            }
            default -> delta.toString().length();
        };
    }

    /** The block as far as it came; none for an empty text, which the API would not take back. */
    Optional<ContentBlock> block() {
        return switch (type) {
            case "text" -> text.isEmpty() ? Optional.empty() : Optional.of(new ContentBlock.Text(text.toString()));
            case "tool_use" ->
                Optional.of(new ContentBlock.ToolCall(start.path("id").asString(""), toolName(), input()));
            default -> Optional.of(new ContentBlock.Opaque(ClaudeProvider.NAME, opaque()));
        };
    }

    private String opaque() {
        if (type.equals("thinking")) {
            start.put("thinking", text.toString());
        }
        if (!arguments.isEmpty()) {
            start.set("input", input());
        }
        return Json.write(start);
    }

    private JsonNode input() {
        if (arguments.isEmpty()) {
            return start.path("input").isObject() ? start.path("input") : Json.MAPPER.createObjectNode();
        }
        var raw = arguments.toString();
        try {
            var read = Json.tree(raw);
            return read.isObject() ? read : StringNode.valueOf(raw);
        } catch (JacksonException broken) {
            return StringNode.valueOf(raw);
        }
    }

    private static int append(StringBuilder whole, JsonNode part) {
        var piece = part.asString("");
        whole.append(piece);
        return piece.length();
    }
}
