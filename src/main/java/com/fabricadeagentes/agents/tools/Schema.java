package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ToolDefinition;

/** Writes tool definitions. */
final class Schema {

    private Schema() {}

    /** @param schema a JSON Schema of the arguments, as a text block */
    static ToolDefinition tool(String name, String description, String schema) {
        return new ToolDefinition(name, description, Json.tree(schema));
    }
}
