package com.fabricadeagentes.cli;

import com.fabricadeagentes.database.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** What the platform talks to: database, Redis, model. */
final class ServiceChecks {

    private static final int MILLIS = 3_000;
    private static final int REDIS_PORT = 6379;

    private final Context context;

    ServiceChecks(Context context) {
        this.context = context;
    }

    List<Supplier<Finding>> all() {
        return List.of(this::database, this::redis, this::model);
    }

    Finding database() {
        try {
            var url = context.given("DATABASE_URL").map(DatabaseUrl::parse).orElseGet(() -> DatabaseUrl.in(home()));
            return switch (url) {
                case DatabaseUrl.Sqlite(var file) -> sqlite(file);
                case DatabaseUrl.Postgres postgres -> postgres(postgres);
            };
        } catch (IllegalArgumentException malformed) {
            return Finding.fail("database", String.valueOf(malformed.getMessage()), "correct DATABASE_URL");
        }
    }

    private Path home() {
        return Path.of(context.given("FACTORY_HOME").orElse("data"));
    }

    /** Without opening a file that is not there, which would make it. */
    private static Finding sqlite(Path file) {
        if (!Files.exists(file)) {
            return Finding.ok("database", "SQLite, " + file + "; made at the first start");
        }
        return connect("SQLite, " + file, "jdbc:sqlite:" + file, new Properties(), "chown or move " + file);
    }

    private static Finding postgres(DatabaseUrl.Postgres postgres) {
        var login = new Properties();
        login.setProperty("connectTimeout", String.valueOf(MILLIS / 1_000));
        var user = postgres.user();
        if (user != null) {
            login.setProperty("user", user);
        }
        var password = postgres.password();
        if (password != null) {
            login.setProperty("password", password);
        }
        return connect(
                "PostgreSQL", postgres.jdbc(), login, "check DATABASE_URL with psql \"$DATABASE_URL\" -c 'select 1'");
    }

    private static Finding connect(String name, String jdbc, Properties login, String remedy) {
        try (var connection = DriverManager.getConnection(jdbc, login);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select 1")) {
            row.next();
            return Finding.ok("database", name);
        } catch (SQLException unreachable) {
            return Finding.fail("database", name + ": " + unreachable.getMessage(), remedy);
        }
    }

    Finding redis() {
        var url = context.given("REDIS_URL");
        if (url.isEmpty()) {
            return Finding.ok("redis", "not configured; it is not needed");
        }
        var answers = Arrays.stream(url.get().split(",")).map(String::strip).anyMatch(ServiceChecks::pong);
        return answers
                ? Finding.ok("redis", "answers")
                : Finding.warn(
                        "redis", "does not answer; the platform goes on without it", "check REDIS_URL, or unset it");
    }

    private static boolean pong(String node) {
        try {
            var uri = URI.create(node.contains("://") ? node : "redis://" + node);
            try (var socket = "rediss".equals(uri.getScheme())
                            ? SSLSocketFactory.getDefault().createSocket()
                            : new Socket();
                    var answers = new BufferedReader(new InputStreamReader(
                            connected(socket, uri).getInputStream(), StandardCharsets.US_ASCII))) {
                var user = uri.getUserInfo();
                if (user != null) {
                    send(socket, "AUTH " + user.replaceFirst("^:", "").replace(':', ' '));
                    answers.readLine();
                }
                send(socket, "PING");
                return "+PONG".equals(answers.readLine());
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

    private static Socket connected(Socket socket, URI uri) throws IOException {
        var host = uri.getHost() == null ? "localhost" : uri.getHost();
        socket.connect(new InetSocketAddress(host, uri.getPort() < 0 ? REDIS_PORT : uri.getPort()), MILLIS);
        socket.setSoTimeout(MILLIS);
        return socket;
    }

    private static void send(Socket socket, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Says which variables are set, never what they hold. */
    Finding model() {
        var set = List.of("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL").stream()
                .filter(variable -> context.given(variable).isPresent())
                .toList();
        return set.isEmpty()
                ? Finding.warn(
                        "model",
                        "offline: no ANTHROPIC_API_KEY or ANTHROPIC_BASE_URL; the bundled model knows only its examples",
                        "export ANTHROPIC_API_KEY=…")
                : Finding.ok("model", "anthropic, by " + String.join(" and ", set));
    }
}
