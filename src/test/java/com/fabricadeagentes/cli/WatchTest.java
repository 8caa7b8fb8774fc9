package com.fabricadeagentes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    private static final String RUNS = "GET /api/v1/stories/SHOP-1/runs?limit=1";
    private static final String RUN = "GET /api/v1/runs/r1";
    private static final String EVENTS = RUN + "/events?limit=200";
    private static final String UNDERWAY = "{\"items\":[{\"id\":\"r1\",\"finished_at\":null}]}";

    @TempDir
    Path home;

    private FakePlatform platform;

    @BeforeEach
    void start() {
        platform = new FakePlatform(home).signedIn();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void a_run_is_waited_for_and_followed_to_its_commit() {
        platform.on(RUNS, 200, "{\"items\":[]}")
                .on(RUNS, 200, UNDERWAY)
                .on(RUN, 200, "{\"status\":\"RUNNING\"}")
                .on(RUN, 200, "{\"status\":\"SUCCEEDED\",\"commit\":\"0f3a\"}")
                .on(EVENTS, 200, page(null, phase(1, "PLAN")))
                .on(EVENTS, 200, page(null, phase(1, "PLAN"), phase(2, "GENERATE")));

        var ended = platform.run("watch", "SHOP-1");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("./factory move SHOP-1 READY");
        assertThat(ended.out().lines()).containsExactly("  0:00 PLAN", "  0:01 GENERATE", "DONE 0f3a");
    }

    @Test
    void a_long_history_is_read_on_from_where_it_was_cut() {
        platform.on(RUNS, 200, UNDERWAY)
                .on(RUN, 200, "{\"status\":\"RUNNING\"}")
                .on(RUN, 200, "{\"status\":\"SUCCEEDED\",\"commit\":\"0f3a\"}")
                .on(EVENTS, 200, page("c1", phase(1, "PLAN")))
                .on(EVENTS + "&cursor=c1", 200, page(null, phase(2, "TEST")));

        assertThat(platform.run("watch", "SHOP-1").out().lines())
                .containsExactly("  0:00 PLAN", "  0:01 TEST", "DONE 0f3a");
        assertThat(platform.asked().stream().filter(asked -> asked.startsWith(EVENTS + " ")))
                .hasSize(1);
    }

    @Test
    void a_question_ends_the_watch_with_what_to_type() {
        platform.on(RUNS, 200, UNDERWAY)
                .on(
                        RUN,
                        200,
                        "{\"status\":\"NEEDS_HUMAN\",\"needs\":\"answer\",\"question\":\"Which currency?\\u001b[2J\"}")
                .on(EVENTS, 200, page(null));

        var ended = platform.run("watch", "SHOP-1");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out().lines())
                .containsExactly("NEEDS YOU Which currency?[2J", "Next: ./factory answer SHOP-1 \"your answer\"");
    }

    @Test
    void a_change_that_waits_for_approval_says_how_to_look_and_decide() {
        platform.on(RUNS, 200, UNDERWAY)
                .on(RUN, 200, "{\"status\":\"NEEDS_HUMAN\",\"needs\":\"approval\",\"question\":null}")
                .on(EVENTS, 200, page(null));

        var ended = platform.run("watch", "SHOP-1");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out())
                .contains("./factory diff SHOP-1", "./factory approve SHOP-1", "./factory reject SHOP-1");
    }

    @Test
    void a_failed_run_ends_with_its_reason() {
        platform.on(RUNS, 200, "{\"items\":[{\"id\":\"r1\",\"finished_at\":\"2026-03-01T10:00:00Z\"}]}")
                .on("GET /api/v1/stories/SHOP-1", 200, "{\"status\":\"BACKLOG\"}")
                .on(RUN, 200, "{\"status\":\"FAILED\",\"error\":\"The repository is gone\"}")
                .on(EVENTS, 200, page(null));

        var ended = platform.run("watch", "SHOP-1");

        assertThat(ended.code()).isOne();
        assertThat(ended.out().lines())
                .containsExactly("FAILED The repository is gone", "To try again: ./factory retry SHOP-1");
    }

    @Test
    void a_story_that_was_just_moved_again_is_not_mistaken_for_its_last_run() {
        platform.on(RUNS, 200, "{\"items\":[{\"id\":\"r0\",\"finished_at\":\"2026-03-01T10:00:00Z\"}]}")
                .on(RUNS, 200, UNDERWAY)
                .on("GET /api/v1/stories/SHOP-1", 200, "{\"status\":\"READY\"}")
                .on(RUN, 200, "{\"status\":\"SUCCEEDED\",\"commit\":\"0f3a\"}")
                .on(EVENTS, 200, page(null));

        assertThat(platform.run("watch", "SHOP-1").out().strip()).isEqualTo("DONE 0f3a");
    }

    private static String page(@org.jspecify.annotations.Nullable String next, String... events) {
        var cursor = next == null ? "null" : "\"" + next + "\"";
        return "{\"items\":[" + String.join(",", events) + "],\"next_cursor\":" + cursor + "}";
    }

    private static String phase(int seq, String phase) {
        return """
                {"seq":%d,"type":"phase_started","at":"2026-03-01T10:00:%02dZ","data":{"phase":"%s","attempt":0}}""".formatted(seq, seq, phase);
    }
}
