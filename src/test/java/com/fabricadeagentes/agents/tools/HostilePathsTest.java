package com.fabricadeagentes.agents.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

class HostilePathsTest {

    /** Calls that met the directory, and not the link: fewer would seldom meet the swap in between. */
    private static final int CALLS = 100;

    @TempDir
    Path temporary = Path.of(".");

    private TestBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new TestBench(temporary);
        Files.writeString(bench.outside.resolve("secret.txt"), "the secret");
        bench.has(".git/config", "[core]");
        bench.has("src/.git/config", "[core]");
        Files.createSymbolicLink(bench.root.resolve("to-file"), bench.outside.resolve("secret.txt"));
        Files.createSymbolicLink(bench.root.resolve("to-directory"), bench.outside);
        Files.createSymbolicLink(bench.root.resolve("src/deep"), bench.outside);
        Files.createSymbolicLink(bench.root.resolve("to-nowhere"), bench.outside.resolve("not-there.txt"));
    }

    static Stream<String> paths() {
        return Stream.of(
                "../outside/secret.txt",
                "src/../../outside/secret.txt",
                "..",
                "/etc/passwd",
                ".git/config",
                ".GIT/config",
                "./.git/hooks/pre-commit",
                "src/.git/config",
                "src/../.git/config",
                "to-file",
                "to-directory/secret.txt",
                "to-directory/new/deep.txt",
                "src/deep/secret.txt",
                "to-nowhere",
                "a\0b",
                "half \ud800 of a pair",
                "x/".repeat(2000),
                ".factory/outputs/../../../outside/secret.txt",
                ".factory/outputs//etc/passwd",
                ".factory/outputs/\ud800");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void no_tool_follows_a_model_out_of_the_repository(String path) throws Exception {
        var answers = List.of(
                bench.use("read_file", Map.of("path", path)),
                bench.use("edit_file", Map.of("path", path, "old_string", "the secret", "new_string", "gone")),
                bench.use("list_files", Map.of("path", path)),
                bench.use("search", Map.of("pattern", "secret|core|root", "path", path)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.ok()).isFalse();
            assertThat(answer.text()).isNotBlank().doesNotContain("the secret", "root:x");
        });
        if (!path.startsWith(".factory/")) {
            assertThat(bench.refused("write_file", Map.of("path", path, "content", "x")))
                    .isNotBlank();
        }
        assertThat(bench.outside).isDirectoryNotContaining(file -> !file.endsWith("secret.txt"));
        assertThat(bench.outside.resolve("secret.txt")).content().isEqualTo("the secret");
        assertThat(bench.root.resolve(".git/config")).content().isEqualTo("[core]");
    }

    @Test
    void links_are_listed_but_not_searched() throws Exception {
        assertThat(bench.works("list_files", Map.of()))
                .isEqualTo("src/deep link\nto-directory link\nto-file link\nto-nowhere link");
        assertThat(bench.works("search", Map.of("pattern", "secret"))).isEqualTo("Nothing found.");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_directory_swapped_for_a_link_in_the_middle_of_a_call_leads_nowhere() throws Exception {
        var directory = Files.createDirectory(bench.root.resolve("d"));
        Files.writeString(directory.resolve("secret.txt"), "harmless");
        var aside = bench.root.resolve("aside");
        var link = Files.createSymbolicLink(bench.root.resolve("link"), bench.outside);
        var done = new AtomicBoolean();
        var swapper = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                force(directory, aside);
                force(link, directory);
                force(directory, link);
                force(aside, directory);
            }
        });
        var read = new ArrayList<String>();
        try {
            for (int met = 0; met < CALLS; ) {
                var text =
                        bench.use("read_file", Map.of("path", "d/secret.txt")).text();
                met += text.contains("harmless") ? 1 : 0;
                read.add(text);
                bench.use("write_file", Map.of("path", "d/planted.txt", "content", "x"));
                bench.use("write_file", Map.of("path", "d/planted/deep.txt", "content", "x"));
                read.add(bench.use("search", Map.of("pattern", "secret|harmless", "path", "d"))
                        .text());
            }
        } finally {
            done.set(true);
            swapper.join();
        }
        assertThat(read).noneMatch(text -> text.contains("the secret"));
        assertThat(bench.outside).isDirectoryNotContaining(file -> !file.endsWith("secret.txt"));
    }

    /** Puts one in the other's place, whatever a tool has made there meanwhile. */
    private static void force(Path from, Path to) {
        while (true) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (IOException inTheWay) {
                FileSystemUtils.deleteRecursively(to.toFile());
            }
        }
    }

    @Test
    void what_is_neither_file_nor_directory_holds_nobody_up() throws Exception {
        var made = new ProcessBuilder("mkfifo", bench.root.resolve("pipe").toString()).start();
        assertThat(made.waitFor()).isZero();
        bench.has("a.txt", "found");

        assertThat(bench.refused("read_file", Map.of("path", "pipe"))).isEqualTo("pipe is not a file.");
        assertThat(bench.works("search", Map.of("pattern", "found"))).isEqualTo("a.txt:1: found");
        assertThat(bench.works("list_files", Map.of())).contains("pipe no regular file");
    }
}
