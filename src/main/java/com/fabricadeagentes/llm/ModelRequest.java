package com.fabricadeagentes.llm;

import java.util.List;

/**
 * One call of a model: the whole conversation so far. The same {@code system}, {@code tools} and leading messages give
 * the same bytes on the wire, in every turn, so that the provider's prompt cache holds.
 *
 * @param purpose the agent type that asks (planner, code_generator, …); for accounting, and for the offline model,
 *     never sent to a vendor
 * @param model the model's name as the provider knows it
 * @param maxTokens the longest answer, in tokens
 */
public record ModelRequest(
        String purpose,
        String model,
        String system,
        List<ToolDefinition> tools,
        List<Message> messages,
        int maxTokens) {

    public ModelRequest {
        tools = List.copyOf(tools);
        messages = List.copyOf(messages);
    }
}
