package com.fabricadeagentes.agents.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    @TempDir
    Path temporary = Path.of(".");

    private TestBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new TestBench(temporary);
    }

    @Test
    void hits_are_told_with_file_and_line() throws Exception {
        bench.has("src/Stock.java", "class Stock {\n  int price;\n}\n");
        bench.has("src/notes.md", "the price\n");
        bench.has("target/Stock.txt", "price\n");

        assertThat(bench.works("search", Map.of("pattern", "pr[i]ce")))
                .isEqualTo("src/Stock.java:2: int price;\nsrc/notes.md:1: the price");
        assertThat(bench.works("search", Map.of("pattern", "price", "glob", "**/*.md")))
                .isEqualTo("src/notes.md:1: the price");
        assertThat(bench.works("search", Map.of("pattern", "price", "path", "src/Stock.java")))
                .isEqualTo("src/Stock.java:2: int price;");
        assertThat(bench.works("search", Map.of("pattern", "absent"))).isEqualTo("Nothing found.");
    }

    @Test
    void a_path_that_is_not_there_is_said_to_be_missing() throws Exception {
        assertThat(bench.refused("search", Map.of("pattern", "a", "path", "nowhere")))
                .isEqualTo("There is no file or directory nowhere.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a{2,1}", "(?=look)", "", "\\p{Nothing}"})
    void what_is_no_pattern_is_refused(String pattern) throws Exception {
        assertThat(bench.refused("search", Map.of("pattern", pattern))).isNotBlank();
    }

    @Test
    void what_is_no_glob_is_refused() throws Exception {
        assertThat(bench.refused("search", Map.of("pattern", "a", "glob", "{a")))
                .startsWith("That is no glob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "(((((a{9}){9}){9}){9}){9}){9}",
                "((a{0,999}){2,999}){2}",
                "((a{100,}){100,}){100,}",
            })
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void a_short_pattern_that_unfolds_to_a_giant_one_is_refused(String pattern) throws Exception {
        assertThat(bench.refused("search", Map.of("pattern", pattern))).contains("repeats too much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*)*b", "(x+x+)+y"})
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void a_pattern_that_would_never_end_elsewhere_ends_here(String pattern) throws Exception {
        bench.has("evil.txt", ("a".repeat(20_000) + "!\n").repeat(20));
        assertThat(bench.works("search", Map.of("pattern", pattern))).isNotBlank();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_search_of_too_much_ends_early_and_says_so() throws Exception {
        bench.has("much.txt", ("a".repeat(9_999) + "\n").repeat(100));
        assertThat(bench.works("search", Map.of("pattern", "(a?){900}b"))).contains("narrow it by path or glob");
    }

    @Test
    void many_hits_and_long_lines_are_cut() throws Exception {
        bench.has("many.txt", "hit\n".repeat(1_000));
        bench.has("long.txt", "start " + "😀".repeat(1_000));
        assertThat(bench.works("search", Map.of("pattern", "hit")).lines()).hasSize(201);
        assertThat(bench.works("search", Map.of("pattern", "start")))
                .endsWith("😀…")
                .hasSizeLessThan(320);
    }
}
