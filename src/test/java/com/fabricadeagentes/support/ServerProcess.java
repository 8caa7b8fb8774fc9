package com.fabricadeagentes.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fabricadeagentes.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The server as a process of its own, which can be killed as a machine's failure would. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;
    private final String url;

    private ServerProcess(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /** Variables of the contract for a server on a free port with its first administrator. */
    public static Map<String, String> environment(Path home, Map<String, String> more) throws IOException {
        var environment = new LinkedHashMap<>(more);
        environment.put("PORT", String.valueOf(freePort()));
        environment.put("FACTORY_HOME", home.toString());
        environment.put("FACTORY_ADMIN_EMAIL", Node.ADMIN_EMAIL);
        environment.put("FACTORY_ADMIN_PASSWORD", Node.ADMIN_PASSWORD);
        return environment;
    }

    /** @param environment as {@link #environment} makes it */
    public static ServerProcess start(Path log, Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName()));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), log, "http://localhost:" + environment.get("PORT"));
    }

    public String url() {
        return url;
    }

    /** Waits until it serves; fails with its log where it ends before. */
    public ServerProcess awaitReady() {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> {
                    assertThat(process.isAlive()).as(this::said).isTrue();
                    return Api.anonymous(url).get("/health/ready").status() == 200;
                });
        return this;
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException missing) {
            return "no log";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
