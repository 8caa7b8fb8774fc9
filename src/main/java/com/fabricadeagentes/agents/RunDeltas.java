package com.fabricadeagentes.agents;

import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.llm.Delta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What models are saying right now, on this node. For eyes only: nothing is stored, and what is lost is lost. */
@Component
public class RunDeltas {

    private static final int LONGEST = 200_000;

    private final Map<UUID, Saying> current = new ConcurrentHashMap<>();
    private final List<Consumer<RunDelta>> listeners = new CopyOnWriteArrayList<>();

    /** @param kind {@code text}, {@code thinking} or {@code tool} (then {@code text} is its name) */
    public record RunDelta(TenantId tenant, UUID run, String agent, String kind, String text) {}

    /** What an agent has said so far in the answer that is coming in. */
    public record Saying(String agent, String text) {}

    public void subscribe(Consumer<RunDelta> listener) {
        listeners.add(listener);
    }

    public Optional<Saying> soFar(UUID run) {
        return Optional.ofNullable(current.get(run));
    }

    public void publish(UUID run, String agent, Delta delta) {
        var tenant = Scope.tenantId();
        var news = switch (delta) {
            case Delta.TextDelta(String text) -> new RunDelta(tenant, run, agent, "text", text);
            case Delta.ThinkingDelta(String text) -> new RunDelta(tenant, run, agent, "thinking", text);
            case Delta.ToolCallStarted(String name) -> new RunDelta(tenant, run, agent, "tool", name);
        };
        if (news.kind().equals("text")) {
            current.merge(run, new Saying(agent, news.text()), RunDeltas::longer);
        }
        listeners.forEach(listener -> listener.accept(news));
    }

    /** The answer is complete, or will not come. */
    public void clear(UUID run) {
        current.remove(run);
    }

    private static Saying longer(Saying before, Saying more) {
        var text = before.text() + more.text();
        return text.length() > LONGEST ? before : new Saying(before.agent(), text);
    }
}
