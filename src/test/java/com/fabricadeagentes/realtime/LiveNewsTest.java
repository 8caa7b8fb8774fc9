package com.fabricadeagentes.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Newcomer;
import com.fabricadeagentes.support.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class LiveNewsTest {

    /** Collects what comes. */
    private static final class Ear implements WebSocket.Listener {

        final List<JsonNode> heard = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(Json.tree(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        List<String> ids() {
            return heard.stream()
                    .map(message -> message.path("id").asString(""))
                    .toList();
        }

        List<JsonNode> ofType(String type) {
            return heard.stream()
                    .filter(message -> message.path("type").asString("").equals(type))
                    .toList();
        }
    }

    private static WebSocket connect(Node node, Api api, Ear ear) {
        var ticket = api.post("/api/v1/ws/tickets").ok().get("ticket").asString();
        var uri = URI.create("ws://localhost:" + node.port() + "/ws?ticket=" + ticket);
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, ear)
                .join();
    }

    private static String story(Api api) {
        var project = api.post("/api/v1/projects", Map.of("key", "SHOP", "name", "Shop"))
                .created();
        return api.post(
                        "/api/v1/stories",
                        Map.of("project_id", project.get("id").asString(), "title", "Sell", "description", ""))
                .created()
                .get("key")
                .asString();
    }

    private static void move(Api api, String key, String status) {
        api.post("/api/v1/stories/" + key + "/move", Map.of("status", status)).ok();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void who_comes_back_hears_what_was_missed_in_order_and_once(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home), Map.of("FACTORY_ROLE", "web"))) {
            var api = Api.signIn(node);
            var key = story(api);
            var first = new Ear();
            var socket = connect(node, api, first);
            move(api, key, "IN_PROGRESS");
            await().until(() -> !first.ofType("story_update").isEmpty());
            var update = first.ofType("story_update").getFirst();
            assertThat(update.get("old_status").asString()).isEqualTo("BACKLOG");
            assertThat(update.get("new_status").asString()).isEqualTo("IN_PROGRESS");
            socket.abort();

            move(api, key, "REVIEW");
            move(api, key, "DONE");
            var second = new Ear();
            var again = connect(node, api, second);
            again.sendText(
                    "{\"type\":\"resume\",\"after\":\"" + update.get("id").asString() + "\"}", true);
            await().until(() -> second.ofType("story_update").size() == 2);
            assertThat(second.ofType("story_update"))
                    .extracting(message -> message.get("new_status").asString())
                    .containsExactly("REVIEW", "DONE");
            assertThat(second.ids()).doesNotHaveDuplicates();
            again.abort();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void news_of_a_tenant_are_its_own(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home), Map.of("FACTORY_ROLE", "web"))) {
            var api = Api.signIn(node);
            var stranger = new Ear();
            var socket = connect(node, Newcomer.ofNewTenant(node, "strangers"), stranger);
            var own = new Ear();
            var mine = connect(node, api, own);
            move(api, story(api), "IN_PROGRESS");
            await().until(() -> !own.ofType("story_update").isEmpty());
            socket.sendText("{\"type\":\"ping\"}", true);
            await().until(() -> !stranger.ofType("pong").isEmpty());
            assertThat(stranger.heard).hasSize(1);
            socket.abort();
            mine.abort();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_ticket_serves_once_and_nobody_listens_without_one(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home), Map.of("FACTORY_ROLE", "web"))) {
            var ticket = Api.signIn(node)
                    .post("/api/v1/ws/tickets")
                    .ok()
                    .get("ticket")
                    .asString();
            var builder = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            var uri = URI.create("ws://localhost:" + node.port() + "/ws?ticket=" + ticket);
            builder.newWebSocketBuilder().buildAsync(uri, new Ear()).join().abort();
            assertThat(builder.newWebSocketBuilder().buildAsync(uri, new Ear())).failsWithin(Duration.ofSeconds(5));
            var none = URI.create("ws://localhost:" + node.port() + "/ws");
            assertThat(builder.newWebSocketBuilder().buildAsync(none, new Ear()))
                    .failsWithin(Duration.ofSeconds(5));
        }
    }
}
