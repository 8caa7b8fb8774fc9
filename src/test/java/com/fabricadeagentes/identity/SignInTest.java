package com.fabricadeagentes.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SignInTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_first_administrator_signs_in_stays_signed_in_and_signs_out(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home))) {
            var login = Api.login(node, Node.ADMIN_EMAIL, Node.ADMIN_PASSWORD);
            assertThat(login.get("token_type").asString()).isEqualTo("Bearer");
            assertThat(login.get("expires_in").asInt()).isEqualTo(900);
            var admin = bearer(node, login);

            var me = admin.get("/api/v1/me").ok();
            assertThat(me.get("email").asString()).isEqualTo(Node.ADMIN_EMAIL);
            assertThat(me.get("role").asString()).isEqualTo("administrator");
            assertThat(me.get("permissions").get(0).asString()).isEqualTo("*");
            assertThat(me.get("tenant").get("slug").asString()).isEqualTo("default");

            var refreshed = refresh(node, login.get("refresh_token").asString()).ok();
            bearer(node, refreshed).get("/api/me").ok();
            refresh(node, login.get("refresh_token").asString()).problem(401);
            refresh(node, refreshed.get("refresh_token").asString()).problem(401);

            var again = Api.login(node, Node.ADMIN_EMAIL, Node.ADMIN_PASSWORD);
            bearer(node, again)
                    .post(
                            "/api/v1/auth/logout",
                            Map.of("refresh_token", again.get("refresh_token").asString()))
                    .noContent();
            refresh(node, again.get("refresh_token").asString()).problem(401);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void without_a_sound_credential_nobody_gets_in(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home))) {
            var nobody = Api.anonymous(node);
            nobody.get("/api/v1/me").problem(401);
            nobody.as("not-a-token").get("/api/v1/me").problem(401);
            nobody.as("fk_unknown").get("/api/v1/me").problem(401);
            nobody.as(tampered(Api.login(node, Node.ADMIN_EMAIL, Node.ADMIN_PASSWORD)
                            .get("access_token")
                            .asString()))
                    .get("/api/v1/me")
                    .problem(401);
            var wrong = nobody.post("/api/v1/auth/login", Map.of("email", Node.ADMIN_EMAIL, "password", "wrong"))
                    .problem(401);
            var unknown = nobody.post("/api/v1/auth/login", Map.of("email", "x@example.com", "password", "wrong"))
                    .problem(401);
            assertThat(wrong.get("detail")).isEqualTo(unknown.get("detail"));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void an_api_key_opens_the_door_until_it_is_revoked(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home))) {
            var admin = Api.signIn(node);
            var made =
                    admin.post("/api/v1/api-keys", Map.of("name", "ci server")).created();
            var key = made.get("key").asString();
            assertThat(key).startsWith("fk_").startsWith(made.get("hint").asString());

            var machine = Api.anonymous(node).as(key);
            machine.get("/api/v1/me").ok();
            var listed = machine.get("/api/v1/api-keys").ok().get("items");
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0).get("key").isNull()).isTrue();

            var id = made.get("id").asString();
            admin.delete("/api/v1/api-keys/" + id).noContent();
            machine.get("/api/v1/me").problem(401);
            admin.delete("/api/v1/api-keys/" + id).problem(404);
            admin.delete("/api/v1/api-keys/none").problem(404);
        }
    }

    private static Api.Answer refresh(Node node, String token) {
        return Api.anonymous(node).post("/api/v1/auth/refresh", Map.of("refresh_token", token));
    }

    private static Api bearer(Node node, JsonNode login) {
        return Api.anonymous(node).as(login.get("access_token").asString());
    }

    /** The same claims under another signature. */
    private static String tampered(String token) {
        var signature = token.lastIndexOf('.') + 1;
        return token.substring(0, signature) + new StringBuilder(token.substring(signature)).reverse();
    }
}
