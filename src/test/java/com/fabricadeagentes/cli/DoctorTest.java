package com.fabricadeagentes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.cli.Finding.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> machine = new HashMap<>();

    @Test
    void versions_are_compared_as_numbers() {
        machine.put("git", "git version 2.4.1");
        assertThat(toolchain().git().level()).isEqualTo(Level.FAIL);
        machine.put("git", "git version 2.39.5");
        assertThat(toolchain().git()).isEqualTo(Finding.ok("git", "git version 2.39.5"));
        machine.put("node", "v18.20.4");
        assertThat(toolchain().node().level()).isEqualTo(Level.FAIL);
        assertThat(ToolchainChecks.jdk(21).level()).isEqualTo(Level.FAIL);
    }

    @Test
    void what_is_missing_comes_with_the_command_that_brings_it() {
        assertThat(toolchain().bubblewrap())
                .isEqualTo(Finding.fail(
                        "sandbox",
                        "bubblewrap is not there; no generated code can run",
                        "apt-get install -y --no-install-recommends bubblewrap"));
        assertThat(toolchain().engine().level()).isEqualTo(Level.OK);
    }

    @Test
    void a_box_is_really_made() {
        machine.put("bwrap --version", "bubblewrap 0.8.0");
        assertThat(toolchain().bubblewrap().state()).contains("may not make a box");
        machine.put("bwrap --unshare-all", "");
        assertThat(toolchain().bubblewrap().level()).isEqualTo(Level.OK);
    }

    @Test
    void one_failure_fails_the_examination_and_a_warning_does_not() {
        var fine = new Doctor(terminal(), List.of(() -> Finding.warn("node", "not there", "apt-get install nodejs")));
        var ill = new Doctor(terminal(), List.of(() -> Finding.ok("git", "there"), () -> Finding.fail("jdk", "", "")));

        assertThat(fine.examine()).isZero();
        assertThat(out.toString().lines())
                .containsExactly("WARN  node        not there", "      → apt-get install nodejs");
        assertThat(ill.examine()).isOne();
    }

    @Test
    void looking_at_a_database_file_does_not_make_it() {
        environment.put("FACTORY_HOME", home.toString());

        assertThat(services().database().level()).isEqualTo(Level.OK);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_file_that_is_no_database_is_found_out() throws IOException {
        var file = Files.writeString(home.resolve("notes.txt"), "x".repeat(4096));
        environment.put("DATABASE_URL", "sqlite://" + file);

        assertThat(services().database().level()).isEqualTo(Level.FAIL);
    }

    @Test
    void a_database_nobody_serves_is_found_out_without_showing_its_password() {
        environment.put("DATABASE_URL", "postgresql://factory:hunter2@127.0.0.1:1/factory");

        assertThat(services().database().level()).isEqualTo(Level.FAIL);
        assertThat(services().database().line(Style.PLAIN)).doesNotContain("hunter2");
    }

    @Test
    void redis_is_asked_and_need_not_be_there() throws IOException, InterruptedException {
        assertThat(services().redis().state()).startsWith("not configured");
        environment.put("REDIS_URL", "redis://127.0.0.1:1");
        assertThat(services().redis().level()).isEqualTo(Level.WARN);
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("REDIS_URL", "redis://127.0.0.1:" + server.getLocalPort());
            var redis = Thread.startVirtualThread(() -> pong(server));
            assertThat(services().redis()).isEqualTo(Finding.ok("redis", "answers"));
            redis.join();
        }
    }

    @Test
    void the_model_is_told_by_variable_and_never_by_key() {
        assertThat(services().model().state()).startsWith("offline");
        environment.put("ANTHROPIC_API_KEY", "sk-secret");
        assertThat(services().model()).isEqualTo(Finding.ok("model", "anthropic, by ANTHROPIC_API_KEY"));
    }

    private static void pong(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getInputStream().readNBytes("PING\r\n".length());
            socket.getOutputStream().write("+PONG\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private ToolchainChecks toolchain() {
        return new ToolchainChecks(this::answer, context());
    }

    /** By the program's name, or by the name and its first argument. */
    private Optional<String> answer(List<String> command) {
        return Optional.ofNullable(machine.get(command.getFirst() + " " + command.get(1)))
                .or(() -> Optional.ofNullable(machine.get(command.getFirst())));
    }

    private ServiceChecks services() {
        return new ServiceChecks(context());
    }

    private Context context() {
        return new Context(terminal(), environment);
    }

    private Terminal terminal() {
        var writer = new PrintWriter(out, true);
        return new Terminal(writer, writer, Style.PLAIN, null);
    }
}
