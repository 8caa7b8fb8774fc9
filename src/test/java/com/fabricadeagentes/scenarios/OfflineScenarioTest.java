package com.fabricadeagentes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The whole way without any key: a story becomes a tested commit and an application that answers. */
@Tag("long")
class OfflineScenarioTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_story_in_portuguese_becomes_a_tested_commit_and_a_running_application(Database database, @TempDir Path home)
            throws Exception {
        try (var node = Node.start(home, database.newUrl(home))) {
            var factory = new Factory(Api.signIn(node));
            var project = factory.project(Map.of("key", "LOJA", "name", "Loja"));
            var key =
                    factory.story(project, "Cadastro de produtos com nome, preço e estoque", List.of("O nome é único"));
            assertThat(factory.api()
                            .get("/api/v1/stories/" + key + "/tasks")
                            .ok()
                            .get("items"))
                    .extracting(task -> task.get("type").asString())
                    .contains("development", "test", "documentation");

            factory.move(key, "READY");
            var run = factory.settled(key);

            factory.assertSucceeded(run);
            assertThat(run.get("provider").asString()).isEqualTo("offline");
            assertThat(factory.story(key).get("status").asString()).isEqualTo("DONE");
            var tests = factory.events(run, "gate").getLast().at("/data/tests");
            assertThat(tests.get("passed").asInt()).isPositive();
            assertThat(cloned(node, factory, home)).contains("pom.xml", "src", "README.md");
            callTheApplication(node, factory);
        }
    }

    private static List<String> cloned(Node node, Factory factory, Path home) throws Exception {
        var token = Api.login(node, Node.ADMIN_EMAIL, Node.ADMIN_PASSWORD)
                .get("access_token")
                .asString();
        var target = home.resolve("clone");
        var url = "http://any:" + token + "@localhost:" + node.port() + "/git/LOJA.git";
        var git = new ProcessBuilder("git", "clone", "--quiet", url, target.toString())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
        try (var files = java.nio.file.Files.list(target)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static void callTheApplication(Node node, Factory factory) throws Exception {
        factory.api().post("/api/v1/projects/LOJA/app/start");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !app(factory).get("status").asString().equals("STARTING"));
        var app = app(factory);
        assertThat(app.get("status").asString()).as(app.toPrettyString()).isEqualTo("RUNNING");
        var url = node.url() + app.get("url").asString();
        var created = send(HttpRequest.newBuilder(URI.create(url + "produtos"))
                .POST(BodyPublishers.ofString("{\"nome\":\"Caneta\",\"preco\":2.5,\"estoque\":3}"))
                .setHeader("Content-Type", "application/json"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var listed = send(HttpRequest.newBuilder(URI.create(url + "produtos")));
        assertThat(listed.body()).contains("Caneta");
        assertThat(listed.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox");
        assertThat(send(HttpRequest.newBuilder(URI.create(url + "docs/"))).body())
                .contains("swagger");
        factory.api().post("/api/v1/projects/LOJA/app/stop");
        assertThat(app(factory).get("status").asString()).isEqualTo("STOPPED");
    }

    private static JsonNode app(Factory factory) {
        return factory.api().get("/api/v1/projects/LOJA/app").ok();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
