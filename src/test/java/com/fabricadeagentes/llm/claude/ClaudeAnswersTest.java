package com.fabricadeagentes.llm.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.ContentBlock.Opaque;
import com.fabricadeagentes.llm.ContentBlock.Text;
import com.fabricadeagentes.llm.Delta;
import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelAnswer;
import com.fabricadeagentes.llm.StopReason;
import com.fabricadeagentes.llm.Usage;
import com.fabricadeagentes.llm.wire.MessagesServer;
import com.fabricadeagentes.llm.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClaudeAnswersTest {

    private MessagesServer server;

    @BeforeEach
    void start() throws IOException {
        server = MessagesServer.start(request -> Reply.empty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ModelAnswer answerTo(Reply reply) throws Exception {
        server.play(reply);
        return Claudes.at(server).ask(Claudes.request(Message.user("Begin.")), delta -> {});
    }

    @Test
    void text_calls_and_usage_are_read() throws Exception {
        var answer = answerTo(Reply.turn()
                .text("Olá, ação!")
                .call("read_file", Map.of("path", "a.txt"))
                .usage(12, 33, 100, 50));

        assertThat(answer.stop()).isEqualTo(StopReason.TOOL_USE);
        assertThat(answer.content().getFirst()).isEqualTo(new Text("Olá, ação!"));
        assertThat(answer.toolCalls().getFirst().input()).isEqualTo(Json.tree("{\"path\":\"a.txt\"}"));
        assertThat(answer.usage()).isEqualTo(new Usage(12, 33, 100, 50));
        assertThat(answer.model()).isEqualTo("claude-haiku-5-5");
    }

    @Test
    void deltas_are_heard_in_order() throws Exception {
        server.play(Reply.turn().thinking("Hm.", "s").text("Good").call("read_file", Map.of()));
        var heard = new ArrayList<Delta>();

        Claudes.at(server).ask(Claudes.request(Message.user("Begin.")), heard::add);

        assertThat(heard)
                .containsExactly(
                        new Delta.ThinkingDelta("Hm."),
                        new Delta.TextDelta("Go"),
                        new Delta.TextDelta("od"),
                        new Delta.ToolCallStarted("read_file"));
    }

    @Test
    void thinking_and_unknown_blocks_go_back_unchanged() throws Exception {
        var answer = answerTo(Reply.turn()
                .thinking("", "c2lnbmVk/+=")
                .block(Map.of("type", "redacted_thinking", "data", "enc"))
                .block(Map.of("type", "of_the_future", "shape", Map.of("n", 1.5)))
                .text("Done"));
        server.play(Reply.empty());

        Claudes.at(server)
                .ask(
                        Claudes.request(
                                Message.user("Begin."), Message.assistant(answer.content()), Message.user("Go on.")),
                        delta -> {});

        var opaque = answer.content().stream().filter(Opaque.class::isInstance).toList();
        assertThat(opaque)
                .hasSize(3)
                .allSatisfy(block -> assertThat(server.lastRequest().raw()).contains(((Opaque) block).json()));
        assertThat(((Opaque) opaque.getFirst()).json())
                .contains("\"thinking\":\"\"")
                .contains("\"signature\":\"c2lnbmVk/+=\"");
    }

    @Test
    void another_providers_opaque_blocks_are_left_out() throws Exception {
        server.play(Reply.empty());
        var foreign = Message.assistant(java.util.List.of(new Opaque("other", "{\"type\":\"strange\"}")));

        Claudes.at(server).ask(Claudes.request(Message.user("A"), foreign, Message.user("B")), delta -> {});

        assertThat(server.lastRequest().raw()).doesNotContain("strange");
    }

    @Test
    void broken_arguments_are_handed_over_as_text() throws Exception {
        var answer = answerTo(Reply.turn().rawCall("read_file", "{\"path\": \"a"));

        var call = answer.toolCalls().getFirst();
        assertThat(call.input().isString()).isTrue();
        assertThat(call.input().asString()).isEqualTo("{\"path\": \"a");
    }

    @Test
    void a_call_that_max_tokens_cut_is_dropped() throws Exception {
        var answer = answerTo(Reply.turn()
                .text("I write.")
                .rawCall("write_file", "{\"path\":\"a\",\"content\":\"cl")
                .stop("max_tokens"));

        assertThat(answer.stop()).isEqualTo(StopReason.MAX_TOKENS);
        assertThat(answer.content()).containsExactly((ContentBlock) new Text("I write."));
    }

    @Test
    void a_refusal_says_why() throws Exception {
        var answer = answerTo(Reply.refusal("I can't help with that"));

        assertThat(answer.stop()).isEqualTo(StopReason.REFUSAL);
        assertThat(answer.stopDetail()).contains("I can't help with that");
    }

    @Test
    void pauses_full_contexts_and_unknown_stops_are_told_apart() throws Exception {
        assertThat(answerTo(Reply.text("a").stop("pause_turn")).stop()).isEqualTo(StopReason.PAUSE);
        assertThat(answerTo(Reply.text("a").stop("model_context_window_exceeded"))
                        .stop())
                .isEqualTo(StopReason.CONTEXT_EXCEEDED);
        var unknown = answerTo(Reply.text("a").stop("moonrise"));
        assertThat(unknown.stop()).isEqualTo(StopReason.OTHER);
        assertThat(unknown.stopDetail()).isEqualTo("moonrise");
    }

    @Test
    void an_empty_answer_is_an_answer() throws Exception {
        assertThat(answerTo(Reply.empty()).content()).isEmpty();
    }

    @Test
    @Timeout(20)
    void endless_text_ends_as_max_tokens() throws Exception {
        var answer = answerTo(Reply.turn().endlessly());

        assertThat(answer.stop()).isEqualTo(StopReason.MAX_TOKENS);
    }
}
