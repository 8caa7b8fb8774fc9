package com.fabricadeagentes.cli;

import com.fabricadeagentes.kernel.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The platform's HTTP API at one address. What it refuses comes as {@link Trouble} in the problem's own words. */
final class Api {

    private static final String JSON = "application/json";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String url;

    /** @param url as {@code http://localhost:9001} */
    Api(String url) {
        this.url = url.replaceFirst("/+$", "");
        if (!this.url.matches("https?://[^/\\s]+(/\\S*)?")) {
            throw new Trouble("The address must begin with http:// or https://, as http://localhost:9001");
        }
    }

    /** What is asked. @param accept the media type wanted back */
    record Request(String method, String path, @Nullable Object body, String accept) {

        static Request get(String path) {
            return new Request("GET", path, null, JSON);
        }

        static Request getText(String path) {
            return new Request("GET", path, null, "text/plain");
        }

        static Request post(String path, @Nullable Object body) {
            return new Request("POST", path, body, JSON);
        }
    }

    String url() {
        return url;
    }

    /** Asks without being signed in. */
    JsonNode ask(Request request) {
        return tree(send(request, null));
    }

    /** @param token the access token; @return the body of what went well */
    String send(Request request, @Nullable String token) {
        var answer = answer(http(request, token));
        if (answer.statusCode() >= 400) {
            throw new Trouble(answer.statusCode(), problem(answer));
        }
        return answer.body();
    }

    JsonNode tree(String body) {
        try {
            return Json.tree(body);
        } catch (JacksonException noJson) {
            throw new Trouble("What answers at " + url + " is not the platform; is the address right?");
        }
    }

    /** A part of a path or a query, whatever a person typed. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param parameters those without a value are left out */
    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + part(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private HttpRequest http(Request request, @Nullable String token) {
        var builder = HttpRequest.newBuilder(URI.create(url + request.path()))
                .timeout(ANSWER)
                .header("Accept", request.accept());
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (request.body() == null) {
            return builder.method(request.method(), BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", JSON)
                .method(request.method(), BodyPublishers.ofString(Json.write(request.body())))
                .build();
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException refused) {
            throw new Trouble("Nothing answers at " + url + "; start it with ./run");
        } catch (IOException lost) {
            throw new Trouble("The connection to " + url + " was lost: " + lost.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped");
        }
    }

    /** The detail of an RFC 9457 problem, and behind it what is wrong with which field. */
    private static String problem(HttpResponse<String> answer) {
        try {
            var problem = Json.tree(answer.body());
            var detail = Optional.ofNullable(problem.get("detail"))
                    .map(JsonNode::asString)
                    .orElse("HTTP " + answer.statusCode());
            return detail + fields(problem.path("errors")) + allowed(problem.path("allowed"));
        } catch (JacksonException noProblem) {
            return "HTTP " + answer.statusCode() + " from " + answer.uri();
        }
    }

    private static String fields(JsonNode errors) {
        return errors.isEmpty()
                ? ""
                : StreamSupport.stream(errors.spliterator(), false)
                        .map(error -> error.path("field").asString() + ": "
                                + error.path("message").asString())
                        .collect(Collectors.joining("; ", " (", ")"));
    }

    private static String allowed(JsonNode moves) {
        return moves.isEmpty()
                ? ""
                : StreamSupport.stream(moves.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(", ", " Allowed: ", ""));
    }
}
