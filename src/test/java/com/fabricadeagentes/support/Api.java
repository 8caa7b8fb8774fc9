package com.fabricadeagentes.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client of the API for scenarios: {@code Api.signIn(node).post("/api/v1/projects", Map.of("key", "SHOP")).created()}.
 * Immutable; {@link #with} gives a client that sends one more header.
 */
public final class Api {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String url;
    private final Map<String, String> headers;

    private Api(String url, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
    }

    /** Nobody in particular. */
    public static Api anonymous(Node node) {
        return anonymous(node.url());
    }

    public static Api anonymous(String url) {
        return new Api(url, Map.of());
    }

    /** The first administrator of the server at that address. */
    public static Api signIn(String url) {
        var login = Map.of("email", Node.ADMIN_EMAIL, "password", Node.ADMIN_PASSWORD);
        var tokens = anonymous(url).post("/api/v1/auth/login", login).ok();
        return anonymous(url).as(tokens.get("access_token").asString());
    }

    /** The first administrator. */
    public static Api signIn(Node node) {
        return signIn(node, Node.ADMIN_EMAIL, Node.ADMIN_PASSWORD);
    }

    public static Api signIn(Node node, String email, String password) {
        return anonymous(node)
                .as(login(node, email, password).get("access_token").asString());
    }

    /** The body of a sign-in: {@code access_token}, {@code refresh_token}, … */
    public static JsonNode login(Node node, String email, String password) {
        return anonymous(node)
                .post("/api/v1/auth/login", Map.of("email", email, "password", password))
                .ok();
    }

    /** Whoever holds this access token or API key. */
    public Api as(String bearer) {
        return with("Authorization", "Bearer " + bearer);
    }

    public Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(url, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param body anything that becomes JSON; a {@code String} is sent as it is */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::setHeader);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            if (!headers.containsKey("Content-Type")) {
                request.setHeader("Content-Type", "application/json");
            }
            request.method(method, BodyPublishers.ofString(body instanceof String text ? text : Json.write(body)));
        }
        return send(request.build());
    }

    private static Answer send(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came back, with the checks that scenarios make again and again. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return Json.tree(text());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode ok() {
            return status(200).json();
        }

        /** Checks 201 and {@code Location}. */
        public JsonNode created() {
            status(201);
            assertThat(header("Location")).as("Location").startsWith("/api/v1/");
            return json();
        }

        public void noContent() {
            status(204);
        }

        public Answer status(int expected) {
            assertThat(status()).as(response.request() + " answered " + text()).isEqualTo(expected);
            return this;
        }

        /** Checks that this is a problem (RFC 9457) with this status. @return its body */
        public JsonNode problem(int expected) {
            status(expected);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            var body = json();
            assertThat(body.get("status").asInt()).isEqualTo(expected);
            assertThat(body.get("type").asString()).startsWith("urn:plataforma-e:problem:");
            assertThat(body.get("title").asString()).isNotBlank();
            assertThat(body.get("detail").asString()).isNotBlank();
            assertThat(body.get("instance").asString()).startsWith("/");
            assertThat(body.get("request_id").asString()).isEqualTo(header("X-Request-ID"));
            return body;
        }

        /** Checks a 422 that names this field. @return its message */
        public String invalid(String field) {
            for (var error : problem(422).get("errors")) {
                if (error.get("field").asString().equals(field)) {
                    return error.get("message").asString();
                }
            }
            throw new AssertionError("no error names " + field + ": " + text());
        }
    }
}
