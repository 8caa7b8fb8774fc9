package com.fabricadeagentes.agents.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    @TempDir
    Path temporary = Path.of(".");

    private TestBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new TestBench(temporary);
    }

    private ToolOutcome.Answered run(String command) throws InterruptedException {
        return bench.use("run_command", Map.of("command", command));
    }

    @Test
    void a_command_answers_with_exit_code_and_output() throws Exception {
        var answer = run("echo made > here.txt; cat here.txt; echo to stderr >&2; exit 3");
        assertThat(answer.text()).isEqualTo("exit code 3\nmade\nto stderr\n");
        assertThat(answer.ok()).isFalse();
        assertThat(answer.treeMayHaveChanged()).isTrue();
        assertThat(bench.root.resolve("here.txt")).content().isEqualTo("made\n");
    }

    @Test
    void what_the_tools_write_the_box_may_change() throws Exception {
        bench.works("write_file", Map.of("path", "src/a.txt", "content", "a\n"));
        assertThat(run("cat src/a.txt").text()).isEqualTo("exit code 0\na\n");
    }

    @Test
    void a_long_output_shows_head_and_tail_and_is_kept_whole_for_reading() throws Exception {
        var text = run("printf 'zero\\0\\033[31m\\n'; seq 1 20000").text();
        assertThat(text)
                .contains("zero\n1\n2\n", "characters left out", "\n20000\n")
                .hasSizeLessThan(9_000);

        var name = Pattern.compile("\\.factory/outputs/\\S+").matcher(text);
        assertThat(name.find()).isTrue();
        assertThat(bench.works("read_file", Map.of("path", name.group(), "offset", 10_000, "limit", 2)))
                .startsWith("10000\t9999\n10001\t10000\n");
        assertThat(bench.works("list_files", Map.of())).isEqualTo("There are no files.");
    }

    @Test
    void nothing_printed_steers_a_terminal() throws Exception {
        var text = run("printf 'a\\033[2Jb\\033]0;title\\007c\\rd\\302\\2331me\\b'")
                .text();
        assertThat(text).isEqualTo("exit code 0\nabcd1me");
    }

    @Test
    void a_command_that_takes_too_long_is_stopped_and_the_model_told() throws Exception {
        var answer = bench.use("run_command", Map.of("command", "echo begun; exec tail -f /dev/null", "timeout_s", 1));
        assertThat(answer.ok()).isFalse();
        assertThat(answer.text())
                .startsWith("Stopped: it took longer than it may.")
                .contains("begun");
    }

    @Test
    void a_command_longer_than_the_system_takes_is_refused() throws Exception {
        assertThat(bench.refused("run_command", Map.of("command", "echo " + "x".repeat(200_000))))
                .contains("write a script");
    }
}
