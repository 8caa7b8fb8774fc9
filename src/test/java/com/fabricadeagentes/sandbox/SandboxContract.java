package com.fabricadeagentes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every sandbox must hold; each attack is tried from inside. */
public abstract class SandboxContract {

    private static final long MIB = 1024L * 1024;

    @TempDir
    protected Path temporary;

    protected Path workspace = Path.of(".");

    protected abstract Sandbox sandbox();

    @BeforeEach
    void makeWorkspace() throws IOException {
        for (Path step = temporary; step != null && step.startsWith("/tmp/"); step = step.getParent()) {
            Files.setPosixFilePermissions(step, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        workspace = Files.createDirectory(temporary.resolve("workspace"));
        Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private Limits limits() {
        return new Limits(256 * MIB, 1, 64, 16 * MIB, 64 * MIB, MIB, Duration.ofSeconds(20));
    }

    private Finished run(String script) throws Exception {
        return run(limits(), script);
    }

    private Finished run(Limits limits, String script) throws Exception {
        return sandbox().run(new Box(workspace, List.of(), Map.of("GREETING", "hello"), limits, null), script);
    }

    private static String output(Finished finished) throws IOException {
        return Files.readString(finished.output()).strip();
    }

    @Test
    void a_command_works_in_its_workspace_and_tells_its_exit_code() throws Exception {
        var finished = run("echo $GREETING > here; cat here; pwd; exit 3");
        assertThat(output(finished)).isEqualTo("hello\n/work");
        assertThat(finished.exitCode()).isEqualTo(3);
        assertThat(finished.limit()).isEmpty();
        assertThat(workspace.resolve("here")).content().isEqualTo("hello\n");
    }

    @Test
    void no_network_is_reached_not_even_the_hosts_own() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            int port = server.getAddress().getPort();
            var finished = run("exec 3<>/dev/tcp/127.0.0.1/" + port + " && echo reached");
            assertThat(output(finished)).contains("Connection refused").doesNotContain("reached");
            assertThat(output(run("cat /proc/net/dev | tail -n +3 | grep -v lo: | wc -l")))
                    .isEqualTo("0");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void files_of_the_host_are_not_there() throws Exception {
        Files.writeString(temporary.resolve("secret"), "secret");
        var finished = run(
                "cat " + temporary.resolve("secret") + " /etc/shadow /root/.bashrc; ls /root /home /var " + temporary);
        assertThat(output(finished))
                .contains("No such file")
                .doesNotContain("secret\n")
                .doesNotContain("root:");
    }

    @Test
    void the_servers_environment_and_processes_are_not_seen() throws Exception {
        var finished = run("cat /proc/*/environ | tr '\\0' '\\n'; ls -d /proc/[0-9]* | wc -l");
        assertThat(output(finished)).doesNotContain("JAVA_HOME").doesNotContain("SHLVL=1\nHOSTNAME");
        assertThat(Integer.parseInt(output(finished).lines().toList().getLast().strip()))
                .isLessThan(10);
        assertThat(output(run("kill -9 " + ProcessHandle.current().pid()))).contains("No such process");
    }

    @Test
    void nothing_is_written_outside_of_the_workspace_and_tmp() throws Exception {
        var finished = run("for f in /x /usr/x /etc/x /dev/x /proc/sys/kernel/core_pattern /bin/x; do"
                + " (echo x > $f) 2>/dev/null && echo wrote $f; done; echo x > /tmp/x && echo tmp");
        assertThat(output(finished)).isEqualTo("tmp");
    }

    @Test
    void privileges_cannot_be_had() throws Exception {
        assertThat(output(run("id -u; grep -E 'CapEff|NoNewPrivs' /proc/self/status; unshare -U true || echo refused")))
                .contains("65534")
                .contains("0000000000000000")
                .containsPattern("NoNewPrivs:\\s+1")
                .contains("refused");
    }

    @Test
    void a_fork_bomb_ends_at_the_limit() throws Exception {
        var finished = run(limits().withWall(Duration.ofSeconds(6)), "f() { f | f & }; f; sleep 5; echo survived");
        assertThat(finished.limit()).isPresent();
    }

    @Test
    void a_memory_hog_is_stopped_by_the_memory_limit() throws Exception {
        var finished = run("python3 -c \"x = bytearray(600 * 1024 * 1024); print(len(x))\"; sleep 0.2");
        assertThat(output(finished)).doesNotContain("629145600");
        assertThat(finished.limit()).contains(Finished.Limit.MEMORY);
    }

    @Test
    void a_disk_filler_is_stopped() throws Exception {
        var finished = run("i=0; while true; do head -c 8M /dev/zero > f$i; i=$((i+1)); done");
        assertThat(finished.limit()).contains(Finished.Limit.DISK);
    }

    @Test
    void a_file_beyond_its_size_is_cut_off() throws Exception {
        run("head -c 100M /dev/zero > big");
        assertThat(Files.size(workspace.resolve("big"))).isLessThanOrEqualTo(16 * MIB);
    }

    @Test
    void tmp_is_bounded_and_private() throws Exception {
        var roomy = new Limits(1024 * MIB, 1, 64, 16 * MIB, 64 * MIB, MIB, Duration.ofSeconds(20));
        var finished = run(
                roomy, "for i in $(seq 40); do head -c 15M /dev/zero > /tmp/f$i || break; done; du -sm /tmp | cut -f1");
        assertThat(output(finished)).as(finished.toString()).endsWith("256");
        assertThat(output(run("ls /tmp | wc -l"))).isEqualTo("0");
    }

    @Test
    void a_flood_of_output_is_counted_but_not_kept() throws Exception {
        var finished = run("yes | head -c 200M");
        assertThat(finished.outputBytes()).isEqualTo(200 * MIB);
        assertThat(Files.size(finished.output())).isEqualTo(MIB);
    }

    @Test
    void what_hangs_is_ended_with_all_its_children() throws Exception {
        var finished = run(limits().withWall(Duration.ofSeconds(1)), "(sleep 600 &) ; setsid sleep 601 & sleep 602");
        assertThat(finished.limit()).contains(Finished.Limit.WALL_TIME);
        await().untilAsserted(() -> assertThat(sleepers("60[012]")).isZero());
    }

    @Test
    void an_interrupt_ends_the_box() throws Exception {
        var worker = Thread.ofVirtual().start(() -> {
            try {
                run("sleep 603");
            } catch (Exception interrupted) {
                assertThat(interrupted).isInstanceOf(InterruptedException.class);
            }
        });
        await().until(() -> sleepers("603") > 0);
        worker.interrupt();
        worker.join();
        await().untilAsserted(() -> assertThat(sleepers("603")).isZero());
    }

    private static long sleepers(String seconds) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").matches(".*sleep " + seconds))
                .count();
    }
}
