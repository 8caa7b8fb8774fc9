package com.fabricadeagentes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.llm.wire.MessagesServer;
import com.fabricadeagentes.llm.wire.RecordedRequest;
import com.fabricadeagentes.llm.wire.Reply;
import com.fabricadeagentes.llm.wire.Script;
import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MendingScenarioTest {

    private static final String TEST = """
            import test from 'node:test';
            import assert from 'node:assert';
            import { sum } from '../src/sum.js';
            test('adds two numbers', () => assert.strictEqual(sum(2, 3), 5));
            """;

    private static final Map<String, Object> PLAN = Map.of(
            "tasks",
            List.of(
                    Map.of("type", "development", "title", "Write sum", "description", "src/sum.js"),
                    Map.of("type", "test", "title", "Test sum", "description", "test/sum.test.js"),
                    Map.of("type", "documentation", "title", "Describe sum", "description", "README")));

    private static Reply write(String path, String content) {
        return Reply.call("write_file", Map.of("path", path, "content", content));
    }

    private static Reply finish() {
        return Reply.call("finish", Map.of("summary", "done"));
    }

    /** A model that does it right, after the code generator has answered this. */
    static Script sum(Reply... first) {
        var answers = new ArrayList<>(List.of(first));
        answers.add(write("src/sum.js", "export const sum = (a, b) => a + b;\n"));
        answers.add(finish());
        return around(answers);
    }

    private static Script adder() {
        return around(List.of(
                write("src/sum.js", "export const sum = (a, b) => {;\n"),
                finish(),
                write("src/sum.js", "export const sum = (a, b) => a - b;\n"),
                finish(),
                write("src/sum.js", "export const sum = (a, b) => a + b;\n"),
                finish()));
    }

    /** The same model, but what it answers follows from the conversation alone, however often it is asked. */
    static Function<RecordedRequest, Reply> byTheConversation() {
        var good = write("src/sum.js", "export const sum = (a, b) => a + b;\n");
        return request -> {
            if (request.offers("submit_plan")) {
                return Reply.call("submit_plan", PLAN);
            }
            if (request.offers("submit_review")) {
                return Reply.call("submit_review", Map.of("verdict", "approve"));
            }
            if (request.messages().size() > 1) {
                return finish();
            }
            var system = request.system();
            return system.startsWith("You are test_writer")
                    ? write("test/sum.test.js", TEST)
                    : system.startsWith("You are doc_writer") ? write("README.md", "# Sum\n") : good;
        };
    }

    private static Script around(List<Reply> code) {
        var approve = Reply.call("submit_review", Map.of("verdict", "approve"));
        return Script.of()
                .offered("submit_plan", Reply.call("submit_plan", PLAN))
                .offered("submit_review", approve, approve)
                .system("You are test_writer", write("test/sum.test.js", TEST), finish())
                .system("You are doc_writer", write("README.md", "# Sum\n\nAdds numbers.\n"), finish())
                .system("You are code_generator", code.toArray(Reply[]::new));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void code_that_fails_lint_and_then_tests_is_mended_and_merged(Database database, @TempDir Path home)
            throws Exception {
        try (var model = MessagesServer.start(adder());
                var node = Node.start(
                        home,
                        database.newUrl(home),
                        Map.of("ANTHROPIC_BASE_URL", model.baseUrl(), "ANTHROPIC_API_KEY", "k"))) {
            var factory = new Factory(Api.signIn(node));
            var project = factory.project(Map.of("key", "SUM", "name", "Sums", "stack", "node"));
            var key = factory.story(project, "Add two numbers", List.of("2 and 3 give 5"));
            assertThat(factory.story(key).get("planning").asString()).isEqualTo("READY");

            factory.move(key, "READY");
            var run = factory.settled(key);

            factory.assertSucceeded(run);
            assertThat(run.get("attempt").asInt()).isEqualTo(3);
            var gates = factory.events(run, "gate").stream()
                    .map(gate -> gate.at("/data/phase").asString()
                            + gate.at("/data/ok").asString())
                    .toList();
            assertThat(gates).containsExactly("LINTfalse", "LINTtrue", "TESTfalse", "LINTtrue", "TESTtrue");
            assertThat(factory.story(key).get("status").asString()).isEqualTo("DONE");
        }
    }
}
