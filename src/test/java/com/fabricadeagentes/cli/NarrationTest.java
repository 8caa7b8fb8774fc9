package com.fabricadeagentes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.loop.RunEvent;
import com.fabricadeagentes.agents.loop.RunEvent.Gate;
import com.fabricadeagentes.agents.loop.RunEvent.TestCounts;
import com.fabricadeagentes.agents.loop.RunEvent.ToolUsed;
import com.fabricadeagentes.agents.loop.RunEvents;
import com.fabricadeagentes.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tells events that the loop's own records wrote, so that a changed field is seen here. */
class NarrationTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final Narration narration = new Narration(Style.PLAIN);

    @Test
    void a_phase_is_told_with_the_time_since_the_run_began() {
        tell(0, new RunEvent.PhaseStarted(Phase.PLAN, 0));

        assertThat(tell(65, new RunEvent.PhaseStarted(Phase.FIX, 2))).containsExactly("  1:05 FIX (attempt 2)");
    }

    @Test
    void a_tool_is_told_with_what_it_touched_and_how_it_ended() {
        assertThat(tell(0, tool("write_file", Map.of("path", "src/Cart.java", "content", "class Cart {}"), true)))
                .containsExactly("  0:00   write_file src/Cart.java  ok  12 ms");
        assertThat(tell(0, tool("run_command", Map.of("command", "mvn test"), false)))
                .containsExactly("  0:00   run_command mvn test  failed  12 ms");
        assertThat(tell(0, tool("finish", Map.of("summary", "done"), true)))
                .containsExactly("  0:00   finish  ok  12 ms");
    }

    @Test
    void a_models_escapes_do_not_reach_the_terminal() {
        var lines = tell(0, tool("run_command", Map.of("command", "echo \u001b[2J\r\nok"), true));

        assertThat(lines).containsExactly("  0:00   run_command echo [2J ok  ok  12 ms");
    }

    @Test
    void a_gate_is_told_with_its_tests() {
        assertThat(tell(0, gate(Phase.TEST, false, new TestCounts(11, 2, 1))))
                .containsExactly("  0:00   TEST gate: FAIL, 11 passed, 2 failed, 1 skipped  900 ms");
        assertThat(tell(0, new Gate(Phase.LINT, true, "flake8", "", null, List.of(), null, 900)))
                .containsExactly("  0:00   LINT gate: pass  900 ms");
    }

    @Test
    void a_plan_is_told_task_by_task() {
        var plan = new RunEvent.Plan(List.of(
                new RunEvent.PlanTask(null, "CODE", "Write the cart", "", "coder"),
                new RunEvent.PlanTask(null, "TEST", "Test the cart", "", "tester")));

        assertThat(tell(0, plan)).containsExactly("  0:00   task: Write the cart", "  0:00   task: Test the cart");
    }

    @Test
    void a_question_and_a_review_are_told() {
        assertThat(tell(0, new RunEvent.Question("coder", "c1", "Which currency?", List.of())))
                .containsExactly("  0:00 Question: Which currency?");
        var finding = new RunEvent.Finding("major", "Cart.java", 3, "total may be negative");
        assertThat(tell(0, new RunEvent.Reviewed("reviewer", false, List.of(finding))))
                .containsExactly(
                        "  0:00   review by reviewer: wants changes",
                        "  0:00     major Cart.java: total may be negative");
    }

    @Test
    void what_only_machines_need_is_not_told() {
        assertThat(tell(0, new RunEvent.CommitStarted("4b825dc"))).isEmpty();
        assertThat(tell(0, "an_event_of_a_later_version", Json.tree("{}"))).isEmpty();
    }

    @Test
    void colours_surround_only_our_own_words() {
        var coloured = new Narration(Style.COLOURED);

        var lines = coloured.tell(entry(0, "tool_used", tree(tool("read_file", Map.of("path", "a"), true))));

        assertThat(lines).containsExactly("\u001b[2m  0:00 \u001b[0m  read_file a  \u001b[32mok\u001b[0m  12 ms");
    }

    private List<String> tell(int second, RunEvent event) {
        return tell(second, RunEvents.type(event), tree(event));
    }

    private List<String> tell(int second, String type, JsonNode data) {
        return narration.tell(entry(second, type, data));
    }

    private static JsonNode entry(int second, String type, JsonNode data) {
        var at = BEGIN.plusSeconds(second);
        return Json.tree(Json.write(Map.of("seq", second + 1, "type", type, "at", at, "data", data)));
    }

    private static JsonNode tree(RunEvent event) {
        return Json.tree(Json.write(event));
    }

    private static ToolUsed tool(String name, Map<String, String> input, boolean ok) {
        return new ToolUsed("coder", "c1", name, Json.tree(Json.write(input)), "", ok, 12, null, false);
    }

    private static Gate gate(Phase phase, boolean ok, TestCounts tests) {
        return new Gate(phase, ok, "mvn test", "", tests, List.of(), null, 900);
    }
}
