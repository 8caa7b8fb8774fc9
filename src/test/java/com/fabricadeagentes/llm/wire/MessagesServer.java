package com.fabricadeagentes.llm.wire;

import com.fabricadeagentes.kernel.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Plays a model over HTTP on a free local port and keeps every request as it came. Give {@link #baseUrl} to the platform
 * as {@code ANTHROPIC_BASE_URL}.
 */
public final class MessagesServer implements AutoCloseable {

    static {
        // Read once, when the JDK's server is first used; without it each small answer waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger broken = new AtomicInteger();
    private volatile Function<RecordedRequest, Reply> script;

    private MessagesServer(HttpServer server, Function<RecordedRequest, Reply> script) {
        this.server = server;
        this.script = script;
    }

    /** Starts a server that answers each request by {@code script}; a {@link Script} is one. */
    public static MessagesServer start(Function<RecordedRequest, Reply> script) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var server = new MessagesServer(http, script);
        http.createContext("/v1/messages", server::serve);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** Answers by another script from now on. */
    public void play(Function<RecordedRequest, Reply> script) {
        this.script = script;
    }

    /** Gives these replies in order to whoever asks. */
    public void play(Reply... replies) {
        play(Script.of().otherwise(replies));
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All requests so far, oldest first. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public RecordedRequest lastRequest() {
        return requests.getLast();
    }

    /** How many answers could not be sent to the end because the client had gone, or because the script cut them. */
    public int brokenAnswers() {
        return broken.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            var request = new RecordedRequest(
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            requests.add(request);
            reply(request).send(exchange, request.model());
        } catch (IOException gone) {
            broken.incrementAndGet();
            throw gone;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** A script that fails shows its words to the client, instead of leaving it without an answer. */
    private Reply reply(RecordedRequest request) {
        try {
            return script.apply(request);
        } catch (RuntimeException | AssertionError wrong) {
            return new Failure(400, "invalid_request_error", "the script failed: " + wrong, Map.of());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    static String event(Map<String, ?> data) {
        return "event: " + data.get("type") + "\ndata: " + Json.write(data) + "\n\n";
    }
}
