package com.fabricadeagentes.llm.claude;

import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.Catalogue;
import com.fabricadeagentes.llm.Catalogue.Thinking;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.ModelRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a request as the Messages API reads it. Bodies are trees of ours with a fixed order of properties, so the same
 * beginning of a conversation is the same bytes in every turn; only {@code cache_control} moves.
 */
final class RequestWriter {

    /** The cache looks back twenty blocks for what it knows, so a mark at every fifteenth is always found. */
    private static final int BLOCKS_BETWEEN_MARKS = 15;

    private static final int MARKS_BETWEEN = 2;

    private final Catalogue catalogue;

    RequestWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    // The SDK's JsonValue is a raw JsonField, meant to be given wherever a typed field is wanted.
    @SuppressWarnings("unchecked")
    MessageCreateParams write(ModelRequest request) {
        var card = catalogue.card(request.model());
        var maxTokens = card.map(known -> Math.min(known.maxOutput(), request.maxTokens()))
                .orElse(request.maxTokens());
        var builder = MessageCreateParams.builder()
                .model(request.model())
                .maxTokens(maxTokens)
                .messages(vendor(messages(request)));
        if (!request.system().isEmpty()) {
            builder.system(vendor(system(request)));
        }
        if (!request.tools().isEmpty()) {
            builder.tools(vendor(tools(request)));
        }
        if (card.map(Catalogue.Card::thinking).orElse(Thinking.NONE) == Thinking.ADAPTIVE) {
            builder.thinking(ThinkingConfigAdaptive.builder().build());
        }
        return builder.build();
    }

    private static ArrayNode system(ModelRequest request) {
        var text = object("text").put("text", request.system());
        mark(text);
        return array().add(text);
    }

    private static ArrayNode tools(ModelRequest request) {
        var tools = array();
        for (var tool : request.tools()) {
            tools.addObject()
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .set("input_schema", tool.inputSchema());
        }
        return tools;
    }

    private static ArrayNode messages(ModelRequest request) {
        var messages = array();
        var blocks = new ArrayList<ObjectNode>();
        for (var message : request.messages()) {
            var content = array();
            for (var block : message.content()) {
                if (isForClaude(block)) {
                    var node = block(block);
                    content.add(node);
                    blocks.add(node);
                }
            }
            // What was left out for Claude may have been all there was, and an empty message is refused.
            if (!content.isEmpty()) {
                messages.addObject()
                        .put("role", message.role().name().toLowerCase(Locale.ROOT))
                        .set("content", content);
            }
        }
        markConversation(blocks);
        return messages;
    }

    private static void markConversation(List<ObjectNode> blocks) {
        var last = blocks.size() - 1;
        markAtOrBefore(blocks, last, 0);
        var step = Math.max(0, last) / BLOCKS_BETWEEN_MARKS;
        for (var i = 0; i < MARKS_BETWEEN && step - i > 0; i++) {
            var place = (step - i) * BLOCKS_BETWEEN_MARKS - 1;
            markAtOrBefore(blocks, place, place - BLOCKS_BETWEEN_MARKS + 1);
        }
    }

    /** Thinking can't carry a mark, so the nearest earlier block that can gets it. */
    private static void markAtOrBefore(List<ObjectNode> blocks, int place, int first) {
        for (var i = place; i >= Math.max(0, first); i--) {
            if (canBeMarked(blocks.get(i))) {
                mark(blocks.get(i));
                return;
            }
        }
    }

    private static boolean canBeMarked(JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "text", "tool_use", "tool_result" -> true;
            default -> false;
        };
    }

    private static void mark(ObjectNode block) {
        block.set("cache_control", object("ephemeral"));
    }

    private static boolean isForClaude(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text(var text) -> !text.isEmpty();
            case ContentBlock.Opaque(var provider, var json) -> provider.equals(ClaudeProvider.NAME);
            case ContentBlock.ToolCall call -> true;
            case ContentBlock.ToolResult result -> true;
        };
    }

    private static ObjectNode block(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text(var text) -> object("text").put("text", text);
            case ContentBlock.ToolCall(var id, var name, var input) -> {
                var call = object("tool_use").put("id", id).put("name", name);
                call.set("input", arguments(input));
                yield call;
            }
            case ContentBlock.ToolResult(var callId, var content, var error) -> {
                var result = object("tool_result").put("tool_use_id", callId).put("content", content);
                yield error ? result.put("is_error", true) : result;
            }
            case ContentBlock.Opaque(var provider, var json) -> (ObjectNode) Json.tree(json);
        };
    }

    /** Arguments that could not be read came as text; the API takes objects only. */
    private static JsonNode arguments(JsonNode input) {
        return input.isObject() ? input : Json.MAPPER.createObjectNode().set("unreadable", input);
    }

    private static ObjectNode object(String type) {
        return Json.MAPPER.createObjectNode().put("type", type);
    }

    private static ArrayNode array() {
        return Json.MAPPER.createArrayNode();
    }

    private static JsonValue vendor(JsonNode tree) {
        try {
            return JsonValue.fromJsonNode(ObjectMappers.jsonMapper().readTree(Json.write(tree)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("JSON just written could not be read", impossible);
        }
    }
}
