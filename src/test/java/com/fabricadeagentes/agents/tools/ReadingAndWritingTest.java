package com.fabricadeagentes.agents.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingAndWritingTest {

    @TempDir
    Path temporary = Path.of(".");

    private TestBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new TestBench(temporary);
    }

    @Test
    void a_file_is_written_with_its_directories_and_read_back_with_line_numbers() throws Exception {
        var answer = bench.use("write_file", Map.of("path", "src/loja/Preço.java", "content", "class A {\n}\n"));

        assertThat(answer.text()).isEqualTo("Created src/loja/Preço.java, 2 lines.");
        assertThat(answer.treeMayHaveChanged()).isTrue();
        assertThat(bench.works("read_file", Map.of("path", "src/loja/Preço.java")))
                .isEqualTo("1\tclass A {\n2\t}\n");
    }

    @Test
    void what_the_platform_writes_belongs_to_who_owns_the_repository() throws Exception {
        if ("root".equals(Files.getOwner(bench.root).getName())) {
            var nobody =
                    bench.root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(bench.root, nobody);
        }
        bench.works("write_file", Map.of("path", "new/deep/file.txt", "content", "x"));

        for (var path : new String[] {"new", "new/deep", "new/deep/file.txt"}) {
            assertThat(Files.getOwner(bench.root.resolve(path))).isEqualTo(Files.getOwner(bench.root));
        }
    }

    @Test
    void a_replaced_file_keeps_its_mode_and_nothing_else_is_left_behind() throws Exception {
        var script = bench.has("run.sh", "echo old\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));

        bench.works("write_file", Map.of("path", "run.sh", "content", "echo new\n"));
        bench.refused("write_file", Map.of("path", "run.sh/below", "content", "x"));
        bench.refused("write_file", Map.of("path", "n".repeat(300), "content", "x"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rwxr-x---");
        assertThat(script).content().isEqualTo("echo new\n");
        try (Stream<Path> files = Files.list(bench.root)) {
            assertThat(files).containsExactly(script);
        }
    }

    @Test
    void a_directory_is_no_file() throws Exception {
        bench.has("src/A.java", "class A {}");
        assertThat(bench.refused("write_file", Map.of("path", "src", "content", "x")))
                .isEqualTo("src is a directory.");
        assertThat(bench.refused("write_file", Map.of("path", "", "content", "x")))
                .isEqualTo(". is a directory.");
        assertThat(bench.refused("read_file", Map.of("path", "src"))).isEqualTo("src is not a file.");
        assertThat(bench.refused("read_file", Map.of("path", "missing.txt")))
                .isEqualTo("There is no file missing.txt.");
    }

    @Test
    void more_than_a_mebibyte_is_not_written() throws Exception {
        assertThat(bench.refused("write_file", Map.of("path", "big.txt", "content", "x".repeat(1024 * 1024 + 1))))
                .contains("1048576 bytes at most");
        assertThat(bench.root.resolve("big.txt")).doesNotExist();
    }

    @Test
    void a_file_of_a_hundred_megabytes_is_not_read() throws Exception {
        try (var file = new RandomAccessFile(bench.root.resolve("dump.bin").toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        assertThat(bench.refused("read_file", Map.of("path", "dump.bin"))).contains("too large", "104857600");
        assertThat(bench.refused("edit_file", Map.of("path", "dump.bin", "old_string", "a", "new_string", "b")))
                .contains("too large");
        assertThat(bench.works("search", Map.of("pattern", "a"))).isEqualTo("Nothing found.");
    }

    @Test
    void binary_files_are_named_as_such_wherever_the_zero_stands() throws Exception {
        bench.has("image.png", ("text ".repeat(5000) + "\0").getBytes());
        assertThat(bench.refused("read_file", Map.of("path", "image.png"))).isEqualTo("image.png is not text.");
    }

    @Test
    void a_part_of_a_file_is_read_and_the_rest_announced() throws Exception {
        bench.has("lines.txt", "a\nb\nc\nd\n");
        assertThat(bench.works("read_file", Map.of("path", "lines.txt", "offset", 2, "limit", 2)))
                .isEqualTo("2\tb\n3\tc\n[1 more lines; go on with offset 4]");
        assertThat(bench.works("read_file", Map.of("path", "lines.txt", "offset", 4, "limit", Integer.MAX_VALUE)))
                .isEqualTo("4\td\n");
        assertThat(bench.refused("read_file", Map.of("path", "lines.txt", "offset", 5)))
                .isEqualTo("The file has only 4 lines.");
        bench.has("empty.txt", "");
        assertThat(bench.works("read_file", Map.of("path", "empty.txt"))).isEqualTo("The file is empty.");
    }

    @Test
    void long_lines_are_cut_but_never_inside_a_character() throws Exception {
        bench.has("emoji.txt", "x" + "😀".repeat(5000));
        var text = bench.works("read_file", Map.of("path", "emoji.txt"));
        assertThat(text).endsWith("😀…\n").hasSizeLessThan(2100);
    }

    @Test
    void files_are_listed_with_sizes_and_without_what_builds_leave() throws Exception {
        bench.has("src/A.java", "class A {}");
        bench.has("target/A.class", "x");
        bench.has("node_modules/p/index.js", "x");
        bench.has(".git/config", "x");
        bench.has("a\nforged.txt", "x");
        Files.createSymbolicLink(bench.root.resolve("link"), bench.outside);

        assertThat(bench.works("list_files", Map.of())).isEqualTo("a?forged.txt 1\nlink link\nsrc/A.java 10");
        assertThat(bench.works("list_files", Map.of("depth", 1))).isEqualTo("a?forged.txt 1\nlink link\nsrc directory");
        assertThat(bench.works("list_files", Map.of("path", "target"))).isEqualTo("target/A.class 1");
        assertThat(bench.refused("list_files", Map.of("path", "missing"))).isEqualTo("There is no directory missing.");
    }

    @Test
    void a_long_list_is_cut_and_says_so() throws Exception {
        for (int n = 0; n < 510; n++) {
            bench.has("many/" + n + ".txt", "x");
        }
        assertThat(bench.works("list_files", Map.of())).endsWith("[10 more; list a subdirectory]");
    }
}
