package com.fabricadeagentes.llm.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelFault;
import com.fabricadeagentes.llm.ModelFault.Kind;
import com.fabricadeagentes.llm.wire.MessagesServer;
import com.fabricadeagentes.llm.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class ClaudeFaultsTest {

    private MessagesServer server;

    @BeforeEach
    void start() throws IOException {
        server = MessagesServer.start(request -> Reply.empty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ModelFault faultOf(Reply reply) {
        server.play(reply);
        return fault(Claudes.at(server));
    }

    private static ModelFault fault(ClaudeProvider claude) {
        return catchThrowableOfType(
                ModelFault.class, () -> claude.ask(Claudes.request(Message.user("Begin.")), delta -> {}));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, INVALID_REQUEST",
        "401, authentication_error, NOT_ALLOWED",
        "402, billing_error, NOT_ALLOWED",
        "403, permission_error, NOT_ALLOWED",
        "404, not_found_error, INVALID_REQUEST",
        "413, request_too_large, INVALID_REQUEST",
        "429, rate_limit_error, RATE_LIMITED",
        "500, api_error, UNAVAILABLE",
        "502, '', UNAVAILABLE",
        "504, timeout_error, UNAVAILABLE",
        "529, overloaded_error, OVERLOADED",
    })
    void each_error_has_its_kind_and_is_tried_once(int status, String type, Kind kind) {
        var fault = faultOf(Reply.failure(status, type, "Explained"));

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault).hasMessageContaining("Explained").hasMessageContaining(String.valueOf(status));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_rate_limit_says_when_to_come_back() {
        assertThat(faultOf(Reply.rateLimited("7")).retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(faultOf(Reply.rateLimited("Mon, 23 Nov 2026 12:00:30 GMT")).retryAfter())
                .contains(Duration.ofSeconds(30));
        assertThat(faultOf(Reply.rateLimited("soon")).retryAfter()).isEmpty();
    }

    @Test
    void an_overload_within_the_stream_is_an_overload() {
        assertThat(faultOf(Reply.text("Half").error("overloaded_error")).kind()).isEqualTo(Kind.OVERLOADED);
    }

    @Test
    void a_lost_connection_and_an_early_end_are_cuts() {
        assertThat(faultOf(Reply.text("Half").cut()).kind()).isEqualTo(Kind.STREAM_CUT);
        assertThat(faultOf(Reply.text("Half").endEarly()).kind()).isEqualTo(Kind.STREAM_CUT);
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        server.close();

        assertThat(fault(Claudes.at(server)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void keys_are_not_repeated() {
        var fault = faultOf(Reply.failure(401, "authentication_error", "bad " + Claudes.KEY + " or sk-ant-api03-x_Y"));

        assertThat(fault).hasMessageContaining("bad [key] or [key]");
    }

    @Test
    void an_interrupt_closes_the_stream() throws Exception {
        server.play(Reply.turn().pause(Duration.ofMillis(50)).text("Slow").endlessly());
        var begun = new CountDownLatch(1);
        var seen = new AtomicReference<Throwable>();
        var asking = Thread.ofPlatform().start(() -> {
            try {
                Claudes.at(server).ask(Claudes.request(Message.user("Begin.")), delta -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
            } catch (Exception thrown) {
                seen.set(thrown);
            }
        });
        begun.await();

        asking.interrupt();

        asking.join();
        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        await().atMost(Duration.ofSeconds(5)).until(() -> server.brokenAnswers() == 1);
    }
}
