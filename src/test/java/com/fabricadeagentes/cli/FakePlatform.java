package com.fabricadeagentes.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server that answers in the API's shapes what a test laid out, and a command line that talks to it. */
final class FakePlatform implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Path home;

    /** What a request is answered. */
    record Answer(int status, String body) {}

    /** How a command ended. */
    record Ended(int code, String out, String err) {}

    FakePlatform(Path home) {
        this.home = home;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    CredentialsFile credentials() {
        return new CredentialsFile(home.resolve("plataforma-e/credentials.json"));
    }

    FakePlatform signedIn() {
        credentials().write(new Credentials(url(), "access-1", "refresh-1"));
        return this;
    }

    /** Answers the request so, in the order of the calls; the last answer stays. @param request as {@code GET /path} */
    FakePlatform on(String request, int status, String body) {
        answers.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    /** Every request so far, as {@code POST /path token body}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    Ended run(Map<String, String> more, String... arguments) {
        var environment = new HashMap<>(Map.of("XDG_CONFIG_HOME", home.toString(), "FACTORY_HOME", home.toString()));
        environment.putAll(more);
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), Style.PLAIN, null);
        var code = Factory.run(new Context(terminal, environment), arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    Ended run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            asked.add(request + " " + token + " " + body);
            var answer = next(request);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer next(String request) {
        var queue = answers.getOrDefault(request, new ArrayDeque<>());
        synchronized (queue) {
            if (queue.isEmpty()) {
                return new Answer(404, "{\"status\":404,\"detail\":\"There is no " + request + "\"}");
            }
            return queue.size() == 1 ? queue.getFirst() : queue.removeFirst();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
