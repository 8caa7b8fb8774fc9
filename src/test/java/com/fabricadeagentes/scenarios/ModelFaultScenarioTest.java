package com.fabricadeagentes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.llm.wire.MessagesServer;
import com.fabricadeagentes.llm.wire.RecordedRequest;
import com.fabricadeagentes.llm.wire.Reply;
import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes wrong on the model's wire is shown in the run's events, and mended where it can be. */
class ModelFaultScenarioTest {

    @TempDir
    Path home;

    private MessagesServer model;
    private Node node;
    private Factory factory;

    @BeforeEach
    void start() throws Exception {
        model = MessagesServer.start(request -> Reply.failure(500, "api_error", "not playing yet"));
        node = Node.start(
                home,
                Database.SQLITE.newUrl(home),
                Map.of("ANTHROPIC_BASE_URL", model.baseUrl(), "ANTHROPIC_API_KEY", "k"));
        factory = new Factory(Api.signIn(node));
    }

    @AfterEach
    void stop() {
        node.close();
        model.close();
    }

    /** The good way, but for what the code generator is first answered. */
    private JsonNode runWith(Reply... first) {
        var good = MendingScenarioTest.sum(first);
        model.play(good);
        var project = factory.project(Map.of("key", "SUM", "name", "Sums", "stack", "node"));
        var key = factory.story(project, "Add two numbers", List.of("2 and 3 give 5"));
        factory.move(key, "READY");
        return factory.settled(key);
    }

    @Test
    void too_many_requests_are_waited_for_as_the_provider_asks() {
        var run = runWith(Reply.rateLimited("1"));
        factory.assertSucceeded(run);
        var failed = factory.events(run, "model_failed").getFirst().get("data");
        assertThat(failed.get("kind").asString()).isEqualTo("RATE_LIMITED");
        assertThat(failed.get("retry_after_ms").asLong()).isEqualTo(1000);
    }

    @Test
    void an_overloaded_provider_is_asked_again() {
        var run = runWith(Reply.overloaded());
        factory.assertSucceeded(run);
        assertThat(kinds(run)).containsExactly("OVERLOADED");
    }

    @Test
    void a_stream_that_is_cut_is_asked_for_again_and_its_half_answer_is_not_used() {
        var run = runWith(Reply.turn()
                .text("I begin")
                .call("write_file", Map.of("path", "x", "content", "y"))
                .cut());
        factory.assertSucceeded(run);
        assertThat(kinds(run)).containsExactly("STREAM_CUT");
    }

    @Test
    void a_refusal_goes_to_a_person_with_the_models_words() {
        var run = runWith(Reply.refusal("I would rather not"));
        assertThat(run.get("status").asString()).isEqualTo("NEEDS_HUMAN");
        assertThat(run.get("needs").asString()).isEqualTo("help");
        assertThat(run.get("error").asString()).contains("I would rather not");
    }

    @Test
    void an_answer_cut_at_its_longest_is_continued_with_more_room() {
        var run = runWith(Reply.turn().text("So much to say").stop("max_tokens"));
        factory.assertSucceeded(run);
        var asked = factory.events(run, "model_requested").stream()
                .filter(event -> event.at("/data/agent").asString().equals("code_generator"))
                .map(event -> event.at("/data/max_tokens").asInt())
                .toList();
        assertThat(asked.get(1)).isEqualTo(2 * asked.get(0));
    }

    @Test
    void a_key_that_does_not_serve_goes_to_a_person_at_once() {
        var run = runWith(Reply.failure(401, "authentication_error", "invalid key"));
        assertThat(run.get("status").asString()).isEqualTo("NEEDS_HUMAN");
        assertThat(run.get("error").asString()).contains("The model cannot be used");
    }

    @Test
    void each_request_of_an_agent_begins_with_the_bytes_of_the_one_before() {
        factory.assertSucceeded(runWith());
        var requests = model.requests().stream()
                .filter(request -> request.system().startsWith("You are code_generator"))
                .toList();
        assertThat(requests).hasSizeGreaterThan(1);
        for (int i = 1; i < requests.size(); i++) {
            RecordedRequest before = requests.get(i - 1);
            assertThat(before.isBeginningOf(requests.get(i))).isTrue();
        }
        assertThat(requests.getFirst().raw().length()).isLessThan(15_000);
    }

    private List<String> kinds(JsonNode run) {
        return factory.events(run, "model_failed").stream()
                .map(event -> event.at("/data/kind").asString())
                .toList();
    }
}
