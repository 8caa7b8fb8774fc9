package com.fabricadeagentes.llm.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.llm.ContentBlock.ToolResult;
import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.wire.MessagesServer;
import com.fabricadeagentes.llm.wire.RecordedRequest;
import com.fabricadeagentes.llm.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaudeRequestsTest {

    private MessagesServer server;

    @BeforeEach
    void start() throws IOException {
        server = MessagesServer.start(request ->
                Reply.turn().thinking("Next.", "c2ln").call("read_file", Map.of("path", "file" + request.turn())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void converse(int turns) throws Exception {
        var claude = Claudes.at(server);
        var messages = new ArrayList<>(List.of(Message.user("Begin.")));
        for (var turn = 0; turn < turns; turn++) {
            var answer = claude.ask(Claudes.request(messages.toArray(Message[]::new)), delta -> {});
            messages.add(Message.assistant(answer.content()));
            messages.add(Message.user(
                    List.of(new ToolResult(answer.toolCalls().getFirst().id(), "ação " + turn, turn % 2 == 1))));
        }
    }

    @Test
    void each_request_begins_with_the_bytes_of_the_one_before() throws Exception {
        converse(20);

        var requests = server.requests();
        for (var i = 1; i < requests.size(); i++) {
            assertThat(requests.get(i - 1).isBeginningOf(requests.get(i))).isTrue();
        }
    }

    @Test
    void marks_are_on_the_system_the_newest_block_and_every_fifteenth_between() throws Exception {
        converse(20);

        assertThat(marks(server.requests().getFirst())).containsExactly(0);
        var last = marks(server.lastRequest());
        // 58 blocks: the mark of the 30th and of the 45th, and the last.
        assertThat(last).hasSize(3).endsWith(57);
        assertThat(last.get(0)).isBetween(27, 29);
        assertThat(last.get(1)).isBetween(42, 44);
        assertThat(server.lastRequest().body().path("system").path(0).has("cache_control"))
                .isTrue();
    }

    @Test
    void a_first_request_is_compact_and_asks_for_what_the_model_knows() throws Exception {
        converse(1);

        var request = server.lastRequest();
        assertThat(request.raw().length()).isLessThan(600);
        assertThat(request.body().path("thinking").path("type").asString()).isEqualTo("adaptive");
        assertThat(request.body().path("max_tokens").asInt()).isEqualTo(4000);
        assertThat(request.body().path("stream").asBoolean()).isTrue();
        assertThat(request.header("authorization")).isEqualTo("Bearer " + Claudes.KEY);
        assertThat(request.raw()).doesNotContain("code_generator");
    }

    @Test
    void only_failed_tools_are_marked_as_errors() throws Exception {
        converse(3);

        var messages = server.lastRequest().messages();
        assertThat(messages.path(2).path("content").path(0).has("is_error")).isFalse();
        assertThat(messages.path(4).path("content").path(0).path("is_error").asBoolean())
                .isTrue();
    }

    private static List<Integer> marks(RecordedRequest request) {
        var places = new ArrayList<Integer>();
        var place = 0;
        for (var message : request.messages()) {
            for (var block : message.path("content")) {
                if (block.has("cache_control")) {
                    places.add(place);
                }
                place++;
            }
        }
        return places;
    }
}
