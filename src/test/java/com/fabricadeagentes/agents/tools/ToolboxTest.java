package com.fabricadeagentes.agents.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.agents.tools.ToolOutcome.Answered;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ContentBlock.ToolCall;
import com.fabricadeagentes.llm.ToolDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolboxTest {

    private static final int ROOM_FOR_TOOLS = 4_000;

    @TempDir
    Path temporary = Path.of(".");

    private TestBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new TestBench(temporary);
    }

    @Test
    void definitions_come_in_the_order_asked_for_and_leave_room_in_the_first_request() {
        var definitions = bench.toolbox.definitions(TestBench.ALL);
        assertThat(definitions).extracting(ToolDefinition::name).isEqualTo(TestBench.ALL);
        assertThat(Json.write(definitions)).hasSizeLessThan(ROOM_FOR_TOOLS);
    }

    @Test
    void two_tools_of_one_name_fail_the_start() {
        assertThatThrownBy(() -> new Toolbox(List.of(new Finish(), new Finish())))
                .hasMessageContaining("finish");
    }

    @Test
    void a_tool_that_was_not_offered_is_unknown_to_the_model() throws Exception {
        var call = new ToolCall("1", "run_command", Json.tree("{\"command\":\"touch x\"}"));
        var answer = (Answered) bench.toolbox.use(bench.bench, List.of("read_file", "finish"), call);
        assertThat(answer)
                .isEqualTo(new Answered("There is no tool run_command; there are: read_file, finish.", false, false));
    }

    @Test
    void a_name_without_end_is_not_repeated_to_the_model() throws Exception {
        assertThat(bench.refused("x".repeat(1_000_000), Map.of())).hasSizeLessThan(400);
        assertThat(bench.refused("finish", Map.of("y".repeat(40_000), 1))).hasSizeLessThan(400);
    }

    @Test
    void broken_json_is_told_as_such() throws Exception {
        var answer = (Answered) bench.outcome("write_file", "{\"path\": \"a.txt\", \"content\": \"cut");
        assertThat(answer.ok()).isFalse();
        assertThat(answer.text()).contains("not a JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            read_file     | {}                                                        | path is missing
            read_file     | {"path":null}                                             | path is missing
            read_file     | {"path":5}                                                | path must be a string
            read_file     | {"path":["a"]}                                            | path must be a string
            read_file     | {"path":"a","offset":"1"}                                 | offset must be a whole number
            read_file     | {"path":"a","offset":1.5}                                 | offset must be a whole number
            read_file     | {"path":"a","offset":-1}                                  | offset must be a whole number
            read_file     | {"path":"a","offset":99999999999}                         | offset must be a whole number
            read_file     | {"path":"a","lines":3}                                    | There is no argument lines
            write_file    | {"path":"a"}                                              | content is missing
            edit_file     | {"path":"a","old_string":"x"}                             | new_string is missing
            edit_file     | {"path":"a","old_string":"x","new_string":"y","replace_all":"yes"} | must be true or false
            run_command   | {"command":""}                                            | no command
            run_command   | {"command":"echo \\u0000"}                                | no command
            run_command   | {"command":"ls","timeout_s":"1"}                          | timeout_s must be a whole number
            ask_human     | {"question":" "}                                          | A question has
            ask_human     | {"question":"?","options":"yes"}                          | must be a list of strings
            ask_human     | {"question":"?","options":[1]}                            | must be a list of strings
            finish        | {}                                                        | summary is missing
            submit_plan   | {"tasks":{}}                                              | must be a list
            submit_plan   | {"tasks":["do it"]}                                       | not a JSON object
            submit_plan   | {"tasks":[{"type":"magic","title":"t","description":""}]} | The type of a task
            submit_plan   | {"tasks":[{"type":"test","title":" ","description":""}]}  | The title of a task
            submit_review | {"verdict":"maybe"}                                       | approve or changes
            submit_review | {"verdict":"changes"}                                     | Say in findings
            submit_review | {"verdict":"approve","findings":[{"severity":"low"}]}     | text is missing
            """)
    void wrong_arguments_are_named(String tool, String input, String expected) throws Exception {
        var answer =
                (Answered) bench.toolbox.use(bench.bench, TestBench.ALL, new ToolCall("1", tool, Json.tree(input)));
        assertThat(answer.ok()).isFalse();
        assertThat(answer.treeMayHaveChanged()).isFalse();
        assertThat(answer.text()).contains(expected);
    }

    @Test
    void what_ends_a_turn_comes_out_as_what_it_is() throws Exception {
        assertThat(bench.outcome("ask_human", Map.of("question", "Which currency?", "options", List.of("EUR", "BRL"))))
                .isEqualTo(new ToolOutcome.AskedHuman("Which currency?", List.of("EUR", "BRL")));
        assertThat(bench.outcome("finish", Map.of("summary", "Done"))).isEqualTo(new ToolOutcome.Finished("Done"));
        var task = Map.of("type", "test", "title", "Test the price", "description", "Below zero");
        assertThat(bench.outcome("submit_plan", Map.of("tasks", List.of(task))))
                .isEqualTo(
                        new ToolOutcome.Planned(List.of(new ToolOutcome.Task("test", "Test the price", "Below zero"))));
        var finding = Map.of("severity", "high", "file", "A.java", "line", 3, "text", "No check");
        assertThat(bench.outcome("submit_review", Map.of("verdict", "changes", "findings", List.of(finding))))
                .isEqualTo(new ToolOutcome.Reviewed(
                        false, List.of(new ToolOutcome.Finding("high", "A.java", 3, "No check"))));
        assertThat(bench.outcome("submit_review", Map.of("verdict", "approve")))
                .isEqualTo(new ToolOutcome.Reviewed(true, List.of()));
    }
}
