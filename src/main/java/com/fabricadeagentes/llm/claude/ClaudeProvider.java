package com.fabricadeagentes.llm.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.ObjectMappers;
import com.anthropic.core.Timeout;
import com.anthropic.models.messages.MessageCreateParams;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.Catalogue;
import com.fabricadeagentes.llm.Delta;
import com.fabricadeagentes.llm.LlmProperties;
import com.fabricadeagentes.llm.ModelAnswer;
import com.fabricadeagentes.llm.ModelFault;
import com.fabricadeagentes.llm.ModelFault.Kind;
import com.fabricadeagentes.llm.ModelProvider;
import com.fabricadeagentes.llm.ModelRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Claude. A virtual thread reads the stream and the caller listens to it through a queue: interrupting a virtual thread
 * closes its socket at once, which a blocking read on the caller's own thread would not promise.
 */
@Component
final class ClaudeProvider implements ModelProvider {

    static final String NAME = "anthropic";
    private static final int EVENTS_AHEAD = 256;

    private final RequestWriter writer;
    private final Faults faults;
    private final @Nullable AnthropicClient client;

    ClaudeProvider(LlmProperties properties, Catalogue catalogue, InstantSource clock) {
        this.writer = new RequestWriter(catalogue);
        this.faults = new Faults(properties.anthropic().apiKey(), clock);
        this.client = properties.anthropic().configured() ? client(properties) : null;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean configured() {
        return client != null;
    }

    @Override
    public ModelAnswer ask(ModelRequest request, Consumer<Delta> deltas) throws ModelFault, InterruptedException {
        var configured = client;
        if (configured == null) {
            throw new ModelFault(
                    Kind.NOT_CONFIGURED,
                    "Claude is not configured; set ANTHROPIC_API_KEY or ANTHROPIC_BASE_URL",
                    null,
                    null);
        }
        var params = writer.write(request);
        var heard = new ArrayBlockingQueue<Heard>(EVENTS_AHEAD);
        var reader = Thread.ofVirtual().name("claude-stream").start(() -> read(configured, params, heard));
        var whole = false;
        try {
            var answer = new AnswerReader(request, deltas);
            while (true) {
                switch (heard.take()) {
                    case Heard.Event(var event) -> answer.hear(event);
                    case Heard.Broken(var fault) -> throw fault;
                    case Heard.Ended() -> throw Faults.cut("the answer ended before it was whole", null);
                }
                if (answer.whole() || answer.overlong()) {
                    whole = answer.whole();
                    return answer.answer();
                }
            }
        } finally {
            // After a whole answer the reader is let go on to the stream's end, so that its connection is used again.
            if (!whole) {
                reader.interrupt();
            }
        }
    }

    /** What the reading thread tells the asking one. */
    private sealed interface Heard {
        record Event(JsonNode json) implements Heard {}

        record Broken(ModelFault fault) implements Heard {}

        record Ended() implements Heard {}
    }

    private void read(AnthropicClient configured, MessageCreateParams params, BlockingQueue<Heard> heard) {
        try {
            heard.put(outcome(configured, params, heard));
        } catch (InterruptedException nobodyListens) {
            Thread.currentThread().interrupt();
        }
    }

    private Heard outcome(AnthropicClient configured, MessageCreateParams params, BlockingQueue<Heard> heard)
            throws InterruptedException {
        var begun = false;
        try (var response = configured.messages().createStreaming(params)) {
            begun = true;
            for (var event : response) {
                var json = ObjectMappers.jsonMapper().writeValueAsString(event);
                heard.put(new Heard.Event(Json.tree(json)));
            }
            return new Heard.Ended();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception cause) {
            return new Heard.Broken(faults.of(cause, begun));
        }
    }

    private static AnthropicClient client(LlmProperties properties) {
        // Our loop retries and records each try. The SDK's request timeout would cover the whole stream, however
        // lively it is; silence is what tells a lost one.
        var builder = AnthropicOkHttpClient.builder()
                .maxRetries(0)
                .timeout(Timeout.builder()
                        .request(Duration.ZERO)
                        .read(properties.readTimeout())
                        .build());
        var key = properties.anthropic().apiKey();
        if (key != null) {
            builder.apiKey(key);
        }
        var baseUrl = properties.anthropic().baseUrl();
        if (baseUrl != null) {
            builder.baseUrl(baseUrl);
        }
        return builder.build();
    }
}
