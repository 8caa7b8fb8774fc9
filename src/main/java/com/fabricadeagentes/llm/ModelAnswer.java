package com.fabricadeagentes.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param content what the model said, in order; on {@link StopReason#MAX_TOKENS} a tool call that was cut is left out
 * @param model the model that really answered
 * @param stopDetail the provider's own words on a refusal or an unknown stop
 */
public record ModelAnswer(
        List<ContentBlock> content,
        StopReason stop,
        @Nullable String stopDetail,
        Usage usage,
        String model) {

    public ModelAnswer {
        content = List.copyOf(content);
    }

    public List<ContentBlock.ToolCall> toolCalls() {
        return content.stream()
                .filter(ContentBlock.ToolCall.class::isInstance)
                .map(ContentBlock.ToolCall.class::cast)
                .toList();
    }
}
