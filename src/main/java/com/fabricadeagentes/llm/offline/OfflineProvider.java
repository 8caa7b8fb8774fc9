package com.fabricadeagentes.llm.offline;

import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.Delta;
import com.fabricadeagentes.llm.ModelAnswer;
import com.fabricadeagentes.llm.ModelProvider;
import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.StopReason;
import com.fabricadeagentes.llm.Usage;
import com.fabricadeagentes.llm.offline.agent.OfflineAgents;
import com.fabricadeagentes.llm.offline.agent.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The provider {@code offline}: always configured, no network, no language model. The same request gives the same
 * answer; it uses no tokens.
 */
@Component
final class OfflineProvider implements ModelProvider {

    static final String NAME = "offline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public ModelAnswer ask(ModelRequest request, Consumer<Delta> deltas) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var reply = OfflineAgents.answer(request);
        for (var word : reply.text().split("(?<= )")) {
            deltas.accept(new Delta.TextDelta(word));
        }
        return switch (reply) {
            case Reply.Refuse(var text) -> answer(List.of(new ContentBlock.Text(text)), StopReason.REFUSAL, text);
            case Reply.Act(var text, var uses) -> {
                var content = new ArrayList<ContentBlock>(List.of(new ContentBlock.Text(text)));
                for (var use : uses) {
                    deltas.accept(new Delta.ToolCallStarted(use.tool()));
                    var id = "offline_" + request.messages().size() + "_" + content.size();
                    content.add(new ContentBlock.ToolCall(id, use.tool(), use.input()));
                }
                yield answer(content, StopReason.TOOL_USE, null);
            }
        };
    }

    private static ModelAnswer answer(
            List<ContentBlock> content, StopReason stop, @org.jspecify.annotations.Nullable String detail) {
        return new ModelAnswer(content, stop, detail, Usage.NONE, NAME);
    }
}
