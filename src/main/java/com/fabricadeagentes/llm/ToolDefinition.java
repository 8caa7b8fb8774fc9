package com.fabricadeagentes.llm;

import tools.jackson.databind.JsonNode;

/** A tool a model may call. @param inputSchema a JSON Schema of an object */
public record ToolDefinition(String name, String description, JsonNode inputSchema) {}
