package com.fabricadeagentes.llm.wire;

import com.fabricadeagentes.kernel.Json;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An error instead of an answer. */
public record Failure(int status, String type, String message, Map<String, String> headers) implements Reply {

    @Override
    public void send(HttpExchange exchange, String model) throws IOException {
        var body = Json.write(Map.of(
                        "type", "error", "error", Map.of("type", type, "message", message), "request_id", "req_1"))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
