package com.fabricadeagentes.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link ModelProvider} keeps. An adapter's test extends this and brings its provider, ready to answer. */
public abstract class ModelProviderContract {

    /** A configured provider that answers {@link #request} with a call of one of the tools offered. */
    protected abstract ModelProvider provider();

    /** A request the provider can answer. */
    protected abstract ModelRequest request();

    /** Tool definitions for requests. */
    protected static ToolDefinition tool(String name) {
        return new ToolDefinition(
                name,
                "Does " + name,
                Json.tree("{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}}}"));
    }

    @Test
    void it_has_a_name_and_is_configured() {
        assertThat(provider().name()).matches("[a-z]+");
        assertThat(provider().configured()).isTrue();
    }

    @Test
    void it_calls_only_tools_that_are_offered_with_an_object_and_an_id() throws Exception {
        var answer = provider().ask(request(), delta -> {});

        var offered = request().tools().stream().map(ToolDefinition::name).toList();
        assertThat(answer.stop()).isEqualTo(StopReason.TOOL_USE);
        assertThat(answer.toolCalls()).isNotEmpty().allSatisfy(call -> {
            assertThat(offered).contains(call.name());
            assertThat(call.input().isObject()).isTrue();
            assertThat(call.id()).isNotBlank();
        });
    }

    @Test
    void it_names_the_model_that_answered() throws Exception {
        assertThat(provider().ask(request(), delta -> {}).model()).isNotBlank();
    }

    @Test
    void deltas_arrive_on_the_asking_thread() throws Exception {
        var threads = new ArrayList<Thread>();

        provider().ask(request(), delta -> threads.add(Thread.currentThread()));

        assertThat(threads).isNotEmpty().containsOnly(Thread.currentThread());
    }

    @Test
    void an_answer_survives_being_stored() throws Exception {
        var content = provider().ask(request(), delta -> {}).content();

        var stored = content.stream()
                .map(block -> Json.MAPPER.writerFor(ContentBlock.class).writeValueAsString(block))
                .toList();

        assertThat(stored.stream()
                        .map(json -> Json.read(json, ContentBlock.class))
                        .toList())
                .isEqualTo(List.copyOf(content));
    }

    @Test
    @Timeout(10)
    void an_interrupted_thread_gets_no_answer() throws Exception {
        var seen = new AtomicReference<Throwable>();
        var begun = new CountDownLatch(1);
        var asking = Thread.ofPlatform().start(() -> {
            begun.countDown();
            Thread.currentThread().interrupt();
            try {
                provider().ask(request(), delta -> {});
            } catch (Exception thrown) {
                seen.set(thrown);
            }
        });

        begun.await();
        asking.join();

        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
    }
}
