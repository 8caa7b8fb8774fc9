package com.fabricadeagentes.llm.wire;

import static com.fabricadeagentes.llm.wire.MessagesServer.event;

import com.fabricadeagentes.kernel.Json;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A turn of the model, built block by block. It stops with {@code tool_use} if it calls a tool, unless told. */
public final class Turn implements Reply {

    private sealed interface Step {
        record Send(String event) implements Step {}

        record Wait(Duration time) implements Step {}
    }

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Object> usage = new LinkedHashMap<>(Map.of(
            "input_tokens", 10, "output_tokens", 1, "cache_read_input_tokens", 0, "cache_creation_input_tokens", 0));
    private int blocks;
    private long outputTokens = 5;
    private String stop = "end_turn";
    private @Nullable Map<String, ?> stopDetails;
    private boolean unfinished;
    private boolean disconnected;
    private boolean endless;

    Turn() {}

    /** Text, arriving in two pieces. */
    public Turn text(String text) {
        var half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
        return block(
                Map.of("type", "text", "text", ""),
                Map.of("type", "text_delta", "text", text.substring(0, half)),
                Map.of("type", "text_delta", "text", text.substring(half)));
    }

    public Turn thinking(String thinking, String signature) {
        return block(
                Map.of("type", "thinking", "thinking", "", "signature", ""),
                Map.of("type", "thinking_delta", "thinking", thinking),
                Map.of("type", "signature_delta", "signature", signature));
    }

    /** A block of any kind that arrives whole, such as {@code redacted_thinking}. */
    @SafeVarargs
    public final Turn block(Map<String, ?> start, Map<String, ?>... deltas) {
        begin(start);
        for (var delta : deltas) {
            delta(delta);
        }
        send(Map.of("type", "content_block_stop", "index", blocks++));
        return this;
    }

    public Turn call(String tool, Map<String, ?> input) {
        return rawCall(tool, Json.write(input));
    }

    /** A call whose arguments are these characters, JSON or not. */
    public Turn rawCall(String tool, String arguments) {
        stop = "tool_use";
        var id = "toolu_" + UUID.randomUUID().toString().replace("-", "");
        return block(
                Map.of("type", "tool_use", "id", id, "name", tool, "input", Map.of()),
                Map.of("type", "input_json_delta", "partial_json", ""),
                Map.of("type", "input_json_delta", "partial_json", arguments));
    }

    public Turn stop(String reason) {
        stop = reason;
        return this;
    }

    public Turn refusal(String explanation) {
        stopDetails = Map.of("type", "refusal", "category", "cyber", "explanation", explanation);
        return stop("refusal");
    }

    public Turn usage(long input, long output, long cacheRead, long cacheWrite) {
        usage.put("input_tokens", input);
        usage.put("cache_read_input_tokens", cacheRead);
        usage.put("cache_creation_input_tokens", cacheWrite);
        outputTokens = output;
        return this;
    }

    /** Waits before what follows. */
    public Turn pause(Duration time) {
        steps.add(new Step.Wait(time));
        return this;
    }

    /** Reports an error within the stream, for example {@code overloaded_error}, and ends it. */
    public Turn error(String type) {
        unfinished = true;
        return send(Map.of("type", "error", "error", Map.of("type", type, "message", "Sorry")));
    }

    /** Loses the connection here. */
    public Turn cut() {
        unfinished = true;
        disconnected = true;
        return this;
    }

    /** Ends the stream in good order here, but without the message's end. */
    public Turn endEarly() {
        unfinished = true;
        return this;
    }

    /** From here on sends text until the client goes away. */
    public Turn endlessly() {
        unfinished = true;
        endless = true;
        begin(Map.of("type", "text", "text", ""));
        return this;
    }

    @Override
    public void send(HttpExchange exchange, String model) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("content-type", "text/event-stream");
        exchange.getResponseHeaders().set("request-id", "req_1");
        // A promised length that never comes is how a connection is lost on purpose.
        exchange.sendResponseHeaders(200, disconnected ? Long.MAX_VALUE : 0);
        var out = exchange.getResponseBody();
        out.write(bytes(start(model)));
        for (var step : steps) {
            switch (step) {
                case Step.Send(var event) -> out.write(bytes(event));
                case Step.Wait(var time) -> {
                    out.flush();
                    Thread.sleep(time);
                }
            }
        }
        while (endless) {
            out.write(bytes(event(deltaEvent(Map.of("type", "text_delta", "text", "again and again ".repeat(64))))));
            out.flush();
        }
        if (!unfinished) {
            out.write(bytes(end()));
        }
        out.flush();
    }

    private String start(String model) {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("id", "msg_1");
        message.put("type", "message");
        message.put("role", "assistant");
        message.put("model", model);
        message.put("content", List.of());
        message.put("stop_reason", null);
        message.put("stop_sequence", null);
        message.put("usage", usage);
        return event(Map.of("type", "message_start", "message", message)) + event(Map.of("type", "ping"));
    }

    private String end() {
        var delta = new LinkedHashMap<String, @Nullable Object>();
        delta.put("stop_reason", stop);
        delta.put("stop_sequence", null);
        delta.put("stop_details", stopDetails);
        return event(Map.of("type", "message_delta", "delta", delta, "usage", Map.of("output_tokens", outputTokens)))
                + event(Map.of("type", "message_stop"));
    }

    private void begin(Map<String, ?> start) {
        send(Map.of("type", "content_block_start", "index", blocks, "content_block", start));
    }

    private void delta(Map<String, ?> delta) {
        send(deltaEvent(delta));
    }

    private Map<String, ?> deltaEvent(Map<String, ?> delta) {
        return Map.of("type", "content_block_delta", "index", blocks, "delta", delta);
    }

    private Turn send(Map<String, ?> event) {
        steps.add(new Step.Send(event(event)));
        return this;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
