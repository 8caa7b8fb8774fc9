package com.fabricadeagentes.llm.claude;

import com.fabricadeagentes.llm.Delta;
import com.fabricadeagentes.llm.ModelAnswer;
import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.StopReason;
import com.fabricadeagentes.llm.Usage;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts an answer together from its stream. It does so itself because the SDK's accumulator turns arguments that were
 * cut into an empty object, without a word.
 */
final class AnswerReader {

    /** Far more than any tokenizer gives; whoever sends more has lost count. */
    private static final long CHARACTERS_PER_TOKEN = 16;

    private final Consumer<Delta> deltas;
    private final long mostCharacters;
    private final TreeMap<Integer, BlockReader> blocks = new TreeMap<>();
    private String model;
    private Usage usage = Usage.NONE;
    private @Nullable String stop;
    private @Nullable String stopDetail;
    private long characters;
    private boolean whole;

    AnswerReader(ModelRequest request, Consumer<Delta> deltas) {
        this.deltas = deltas;
        this.model = request.model();
        this.mostCharacters = CHARACTERS_PER_TOKEN * request.maxTokens();
    }

    void hear(JsonNode event) {
        switch (event.path("type").asString("")) {
            case "message_start" -> {
                var message = event.path("message");
                model = message.path("model").asString(model);
                count(message.path("usage"));
            }
            case "content_block_start" -> begin(event);
            case "content_block_delta" -> grow(event);
            case "message_delta" -> {
                stop = event.path("delta").path("stop_reason").asString(null);
                stopDetail = detail(event.path("delta").path("stop_details"));
                count(event.path("usage"));
            }
            case "message_stop" -> whole = true;
            default -> {
                // Pings, ends of blocks, and what later versions add.
            }
        }
    }

    boolean whole() {
        return whole;
    }

    /** Whether more has come than was asked for: the server doesn't stop by itself. */
    boolean overlong() {
        return characters > mostCharacters;
    }

    ModelAnswer answer() {
        var reason = whole ? reason() : StopReason.MAX_TOKENS;
        var cut = reason == StopReason.MAX_TOKENS || reason == StopReason.CONTEXT_EXCEEDED;
        var content = blocks.entrySet().stream()
                .filter(entry -> !(cut
                        && entry.getKey().equals(blocks.lastKey())
                        && entry.getValue().isToolCall()))
                .flatMap(entry -> entry.getValue().block().stream())
                .toList();
        var detail = reason == StopReason.OTHER && stopDetail == null ? stop : stopDetail;
        return new ModelAnswer(content, reason, detail, usage, model);
    }

    private void begin(JsonNode event) {
        var block = new BlockReader((ObjectNode) event.path("content_block"));
        blocks.put(event.path("index").asInt(), block);
        if (block.isToolCall()) {
            deltas.accept(new Delta.ToolCallStarted(block.toolName()));
        }
    }

    private void grow(JsonNode event) {
        var block =
                Objects.requireNonNull(blocks.get(event.path("index").asInt()), "a delta for a block that never began");
        var delta = event.path("delta");
        characters += block.grow(delta);
        switch (delta.path("type").asString("")) {
            case "text_delta" ->
                deltas.accept(new Delta.TextDelta(delta.path("text").asString("")));
            case "thinking_delta" ->
                deltas.accept(new Delta.ThinkingDelta(delta.path("thinking").asString("")));
            default -> {
                // Signatures and arguments are not for eyes.
            }
        }
    }

    /** Counts are cumulative; a later event need not repeat those it doesn't change. */
    private void count(JsonNode counted) {
        usage = new Usage(
                counted.path("input_tokens").asLong(usage.inputTokens()),
                counted.path("output_tokens").asLong(usage.outputTokens()),
                counted.path("cache_read_input_tokens").asLong(usage.cacheReadTokens()),
                counted.path("cache_creation_input_tokens").asLong(usage.cacheWriteTokens()));
    }

    private StopReason reason() {
        return switch (stop) {
            case "end_turn", "stop_sequence" -> StopReason.END_TURN;
            case "tool_use" -> StopReason.TOOL_USE;
            case "max_tokens" -> StopReason.MAX_TOKENS;
            case "refusal" -> StopReason.REFUSAL;
            case "pause_turn" -> StopReason.PAUSE;
            case "model_context_window_exceeded" -> StopReason.CONTEXT_EXCEEDED;
            case null, default -> StopReason.OTHER;
        };
    }

    private static @Nullable String detail(JsonNode details) {
        var words = Stream.of("category", "explanation")
                .map(name -> details.path(name).asString(""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(": "));
        return words.isEmpty() ? null : words;
    }
}
