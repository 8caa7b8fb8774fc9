package com.fabricadeagentes.llm.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** What the server answers to one request: a turn of the model or a failure. */
public sealed interface Reply permits Turn, Failure {

    void send(HttpExchange exchange, String model) throws IOException, InterruptedException;

    static Turn turn() {
        return new Turn();
    }

    /** A turn that only says something and ends. */
    static Turn text(String text) {
        return turn().text(text);
    }

    /** A turn that calls one tool. */
    static Turn call(String tool, Map<String, ?> input) {
        return turn().call(tool, input);
    }

    static Turn refusal(String explanation) {
        return turn().refusal(explanation);
    }

    /** A turn with nothing in it. */
    static Turn empty() {
        return turn();
    }

    /** 429. @param retryAfter the header's value: seconds or a date */
    static Failure rateLimited(String retryAfter) {
        return new Failure(429, "rate_limit_error", "Too many requests", Map.of("retry-after", retryAfter));
    }

    static Failure overloaded() {
        return new Failure(529, "overloaded_error", "Overloaded", Map.of());
    }

    static Failure failure(int status, String type, String message) {
        return new Failure(status, type, message, Map.of());
    }
}
