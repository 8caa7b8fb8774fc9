package com.fabricadeagentes.llm;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.JsonNode;

/** A piece of a message. Stored as JSON in run events, so names are never changed, only added. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ContentBlock.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ContentBlock.ToolCall.class, name = "tool_call"),
    @JsonSubTypes.Type(value = ContentBlock.ToolResult.class, name = "tool_result"),
    @JsonSubTypes.Type(value = ContentBlock.Opaque.class, name = "opaque")
})
public sealed interface ContentBlock {

    record Text(String text) implements ContentBlock {}

    /**
     * A tool the model wants used.
     *
     * @param input the arguments as an object; a provider that received JSON it could not read hands over the raw text
     *     as a JSON string, so that the loop can tell the model
     */
    record ToolCall(String id, String name, JsonNode input) implements ContentBlock {}

    record ToolResult(String callId, String content, boolean error) implements ContentBlock {}

    /**
     * A block only its provider understands (signed thinking), returned to it unchanged, byte for byte, and left out for
     * any other.
     *
     * @param provider the name of the provider that gave it
     * @param json the block as the provider sent it
     */
    record Opaque(String provider, String json) implements ContentBlock {}
}
