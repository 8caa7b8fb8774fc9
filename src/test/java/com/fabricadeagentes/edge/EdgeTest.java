package com.fabricadeagentes.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

    private static Node node;
    private static Api admin;

    @BeforeAll
    static void start(@TempDir Path home) {
        node = Node.start(home, Database.SQLITE.newUrl(home), Map.of("METRICS_TOKEN", "scrape-me"));
        admin = Api.signIn(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void unknown_addresses_methods_and_media_types_are_problems() {
        admin.get("/api/v1/nowhere").problem(404);
        Api.anonymous(node).get("/nowhere").problem(404);
        Api.anonymous(node).get("/api/v1/nowhere").problem(401);
        Api.anonymous(node).get("/actuator/health").problem(401);
        admin.get("/actuator/health").problem(404);
        assertThat(admin.send("PUT", "/api/v1/me", null).status(405).header("Allow"))
                .contains("GET");
        admin.with("Content-Type", "text/plain")
                .post("/api/v1/api-keys", "name")
                .problem(415);
        admin.with("Accept", "image/png").get("/api/v1/me").problem(406);
        admin.get("/api/v1/me;x=%2e%2e//").status(400);
    }

    @Test
    void what_is_wrong_with_a_body_is_said_by_field() {
        var path = "/api/v1/api-keys";
        admin.post(path, "{\"name\": ").problem(400);
        admin.post(path).problem(400);
        admin.post(path, "[]").problem(400);
        assertThat(admin.post(path, Map.of("name", "ci", "colour", "red")).invalid("colour"))
                .contains("not a field");
        assertThat(admin.post(path, Map.of("name", " ")).invalid("name")).contains("blank");
        admin.post(path, Map.of("name", "ci", "expires_at", "tomorrow")).invalid("expires_at");
        admin.post(path, Map.of("name", "ci", "expires_at", "2020-01-01T00:00:00Z"))
                .invalid("expires_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "cursor=broken"})
    void a_parameter_that_cannot_be_read_is_malformed(String query) {
        admin.get("/api/v1/api-keys?" + query).problem(400);
    }

    @Test
    void a_body_over_one_mebibyte_is_refused_announced_or_not() throws Exception {
        var body = "{\"name\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        admin.post("/api/v1/api-keys", body).problem(413);
        var chunked = HttpRequest.newBuilder(URI.create(node.url() + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                        body.substring(0, 1_200_000).getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(chunked, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void a_sound_request_id_is_taken_and_another_is_made() {
        assertThat(admin.with("X-Request-ID", "order-7")
                        .get("/api/v1/nowhere")
                        .problem(404)
                        .get("request_id")
                        .asString())
                .isEqualTo("order-7");
        assertThat(admin.with("X-Request-ID", "a b\"").get("/api/v1/me").header("X-Request-ID"))
                .hasSize(36);
    }

    @Test
    void another_tenant_is_not_chosen_without_the_permission() {
        var own = admin.get("/api/v1/me").ok().get("tenant").get("id").asString();
        admin.with("X-Tenant-ID", own).get("/api/v1/me").ok();
        admin.with("X-Tenant-ID", "00000000-0000-7000-8000-000000000000")
                .get("/api/v1/me")
                .problem(403);
    }

    @Test
    void guessing_passwords_becomes_slow() {
        var nobody = Api.anonymous(node);
        var guess = Map.of("email", "guessed@example.com", "password", "guess");
        for (int i = 0; i < 5; i++) {
            nobody.post("/api/v1/auth/login", guess).problem(401);
        }
        var answer = nobody.post("/api/v1/auth/login", guess);
        answer.problem(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"/health,UP", "/health/db,UP", "/health/redis,DISABLED", "/health/live,UP", "/health/ready,UP"})
    void health_is_told_to_everyone(String path, String status) {
        assertThat(Api.anonymous(node).get(path).ok().get("status").asString()).isEqualTo(status);
    }

    @Test
    void metrics_have_the_names_of_the_contract() {
        admin.get("/api/v1/me").ok();
        var text = Api.anonymous(node).get("/metrics").status(200).text();
        assertThat(text)
                .contains("request_duration_seconds_bucket{method=\"GET\",route=\"/api/v1/me\",status=\"200\"")
                .contains("active_jobs_total ");
        var forwarded = Api.anonymous(node).with("X-Forwarded-For", "203.0.113.7");
        forwarded.get("/metrics").problem(401);
        forwarded.as("scrape-me").get("/metrics").status(200);
    }

    @Test
    void the_api_describes_itself_in_the_words_of_the_wire() {
        var document = Api.anonymous(node).get("/openapi.json").ok();
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("servers").get(0).get("url").asString()).isEqualTo("/");
        var schemas = document.get("components").get("schemas");
        assertThat(schemas.get("SessionTokens").get("properties").propertyNames())
                .contains("access_token", "expires_in");
        var login = document.get("paths").get("/api/v1/auth/login").get("post");
        assertThat(login.get("security")).isEmpty();
        assertThat(login.get("responses").get("default").get("$ref").asString()).endsWith("Problem");
    }

    @Test
    void the_page_to_try_the_api_is_served_with_its_own_policy() {
        var page = Api.anonymous(node).get("/docs").status(200);
        assertThat(page.text()).contains("/docs/start.js");
        assertThat(page.header("Content-Security-Policy")).contains("style-src 'self' 'unsafe-inline'");
        for (String file : new String[] {"start.js", "swagger-ui.css", "swagger-ui-bundle.js"}) {
            Api.anonymous(node).get("/docs/" + file).status(200);
        }
    }

    @Test
    void answers_tell_browsers_to_be_strict() {
        var answer = admin.get("/api/v1/me");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
