package com.fabricadeagentes.llm.claude;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.Catalogue;
import com.fabricadeagentes.llm.LlmProperties;
import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.ToolDefinition;
import com.fabricadeagentes.llm.wire.MessagesServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Claude against a test server, and requests to ask it. */
final class Claudes {

    static final String KEY = "a-very-secret-key";
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private Claudes() {}

    static ClaudeProvider at(MessagesServer server) {
        return at(server.baseUrl());
    }

    static ClaudeProvider at(String baseUrl) {
        var properties = new LlmProperties(null, new LlmProperties.Anthropic(KEY, baseUrl), Duration.ofSeconds(20));
        return new ClaudeProvider(properties, Catalogue.bundled(), () -> NOW);
    }

    static ModelRequest request(Message... messages) {
        var schema = "{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}},\"required\":[\"path\"]}";
        return new ModelRequest(
                "code_generator",
                "claude-haiku-5-5",
                "You write code.",
                List.of(new ToolDefinition("read_file", "Reads a file", Json.tree(schema))),
                List.of(messages),
                4000);
    }
}
