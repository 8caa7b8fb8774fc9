package com.fabricadeagentes.agents.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditFileTest {

    @TempDir
    Path temporary = Path.of(".");

    private TestBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new TestBench(temporary);
    }

    private static Map<String, Object> edit(String old, String replacement) {
        return Map.of("path", "a.txt", "old_string", old, "new_string", replacement);
    }

    @Test
    void the_one_place_is_changed() throws Exception {
        var file = bench.has("a.txt", "one\ntwo\nthree\n");
        assertThat(bench.works("edit_file", edit("two", "2"))).isEqualTo("Changed a.txt at line 2.");
        assertThat(file).content().isEqualTo("one\n2\nthree\n");
    }

    @Test
    void several_places_are_counted_and_nothing_is_changed() throws Exception {
        var file = bench.has("a.txt", "x\ny\nx\n");
        assertThat(bench.refused("edit_file", edit("x", "z"))).contains("2 times", "lines 1, 3", "replace_all");
        assertThat(file).content().isEqualTo("x\ny\nx\n");
    }

    @Test
    void replace_all_changes_every_place() throws Exception {
        var file = bench.has("a.txt", "x\ny\nx\n");
        var all = Map.of("path", "a.txt", "old_string", "x", "new_string", "z", "replace_all", true);
        assertThat(bench.works("edit_file", all)).isEqualTo("Changed a.txt at 2 places, lines 1, 3.");
        assertThat(file).content().isEqualTo("z\ny\nz\n");
    }

    @Test
    void what_differs_in_white_space_is_pointed_to() throws Exception {
        bench.has("a.txt", "class A {\n    int price;\n    int stock;\n}\n");
        assertThat(bench.refused("edit_file", edit("\tint price;\n\tint stock;", "")))
                .contains("does not occur", "line 2", "white space");
        assertThat(bench.refused("edit_file", edit("no such thing", ""))).endsWith("Read the file again.");
    }

    @Test
    void an_edit_that_changes_nothing_is_refused() throws Exception {
        bench.has("a.txt", "x");
        assertThat(bench.refused("edit_file", edit("", "y"))).contains("must not be empty");
        assertThat(bench.refused("edit_file", edit("x", "x"))).contains("must differ");
    }

    @Test
    void windows_line_ends_are_kept() throws Exception {
        var file = bench.has("a.txt", "one\r\ntwo\r\nthree\r\n");
        bench.works("edit_file", edit("one\ntwo", "1\n2"));
        assertThat(file).content().isEqualTo("1\r\n2\r\nthree\r\n");
    }

    @Test
    void mixed_line_ends_stay_as_they_are_where_nothing_is_edited() throws Exception {
        var file = bench.has("a.txt", "one\r\ntwo\nthree\n");
        bench.works("edit_file", edit("two\nthree", "2\n3"));
        assertThat(file).content().isEqualTo("one\r\n2\n3\n");
    }

    @Test
    void bytes_that_are_no_utf_8_survive_an_edit_beside_them() throws Exception {
        var file = bench.has("a.txt", "preço=10\nmoeda=euro\n".getBytes(StandardCharsets.ISO_8859_1));
        bench.works("edit_file", edit("euro", "€"));
        assertThat(Files.readAllBytes(file))
                .startsWith("preço=10\n".getBytes(StandardCharsets.ISO_8859_1))
                .endsWith("moeda=€\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_edit_that_would_fill_the_memory_is_refused_before_it_is_made() throws Exception {
        bench.has("a.txt", "a".repeat(1_000_000));
        var bomb = Map.of("path", "a.txt", "old_string", "a", "new_string", "b".repeat(1_000_000), "replace_all", true);
        assertThat(bench.refused("edit_file", bomb)).contains("1000000000000");
    }
}
