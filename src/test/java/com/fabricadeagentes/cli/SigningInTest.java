package com.fabricadeagentes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningInTest {

    private static final String TOKENS = """
            {"access_token":"access-2","refresh_token":"refresh-2","token_type":"Bearer","expires_in":900}""";
    private static final String UNAUTHORIZED = "{\"status\":401,\"detail\":\"The access token has expired.\"}";
    private static final String PROJECTS = """
            {"items":[{"key":"SHOP","name":"Loja","stack":"java","merge":"automatic"}],"next_cursor":null}""";

    @TempDir
    Path home;

    private FakePlatform platform;

    @BeforeEach
    void start() {
        platform = new FakePlatform(home);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void the_administrator_of_this_machine_needs_to_type_no_password() throws IOException {
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/admin-password"), "made-once\n");
        platform.on("POST /api/v1/auth/login", 200, TOKENS);

        var ended = platform.run("login", "--url", platform.url() + "/");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Signed in at " + platform.url() + " as admin@localhost");
        assertThat(platform.asked().getFirst()).contains("\"password\":\"made-once\"");
        assertThat(platform.credentials().read()).contains(new Credentials(platform.url(), "access-2", "refresh-2"));
    }

    @Test
    void only_the_owner_may_read_the_tokens() throws IOException {
        platform.on("POST /api/v1/auth/login", 200, TOKENS);

        platform.run(Map.of("FACTORY_PASSWORD", "s3cret", "FACTORY_URL", platform.url()), "login");

        var permissions = Files.getPosixFilePermissions(platform.credentials().path());
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void another_persons_password_is_not_taken_from_this_machine() throws IOException {
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/admin-password"), "made-once\n");

        var ended = platform.run("login", "--url", platform.url(), "--email", "ana@example.com");

        assertThat(ended.code()).isOne();
        assertThat(ended.err()).contains("FACTORY_PASSWORD");
        assertThat(platform.asked()).isEmpty();
    }

    @Test
    void an_access_token_that_has_run_out_is_renewed_in_passing() {
        platform.signedIn()
                .on("GET /api/v1/projects?limit=200", 401, UNAUTHORIZED)
                .on("GET /api/v1/projects?limit=200", 200, PROJECTS)
                .on("POST /api/v1/auth/refresh", 200, TOKENS);

        var ended = platform.run("project", "list");

        assertThat(ended.out()).contains("SHOP").contains("Loja");
        assertThat(platform.asked())
                .containsExactly(
                        "GET /api/v1/projects?limit=200 Bearer access-1 ",
                        "POST /api/v1/auth/refresh null {\"refresh_token\":\"refresh-1\"}",
                        "GET /api/v1/projects?limit=200 Bearer access-2 ");
        assertThat(platform.credentials().read().orElseThrow().refreshToken()).isEqualTo("refresh-2");
    }

    @Test
    void a_refresh_token_that_no_longer_serves_asks_to_sign_in() {
        platform.signedIn()
                .on("GET /api/v1/projects?limit=200", 401, UNAUTHORIZED)
                .on("POST /api/v1/auth/refresh", 401, UNAUTHORIZED);

        var ended = platform.run("project", "list");

        assertThat(ended.code()).isOne();
        assertThat(ended.err().strip()).isEqualTo("You are no longer signed in; sign in again with ./factory login");
    }

    @Test
    void who_is_not_signed_in_is_told_how() {
        var ended = platform.run("project", "list");

        assertThat(ended.code()).isOne();
        assertThat(ended.err().strip()).isEqualTo("Not signed in; do it with ./factory login");
    }

    @Test
    void tokens_are_not_sent_to_another_address() {
        platform.signedIn();

        var ended = platform.run(Map.of("FACTORY_URL", "http://elsewhere.example"), "project", "list");

        assertThat(ended.code()).isOne();
        assertThat(ended.err()).contains("you are signed in at " + platform.url());
        assertThat(platform.asked()).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_is_said_so() {
        platform.signedIn().close();

        var ended = platform.run("project", "list");

        assertThat(ended.code()).isOne();
        assertThat(ended.err().strip()).isEqualTo("Nothing answers at " + platform.url() + "; start it with ./run");
    }
}
