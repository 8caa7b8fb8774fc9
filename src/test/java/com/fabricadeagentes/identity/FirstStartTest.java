package com.fabricadeagentes.identity;

import static com.fabricadeagentes.database.schema.Tables.PERSON;
import static com.fabricadeagentes.database.schema.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.kernel.Platform;
import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import com.fabricadeagentes.support.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstStartTest {

    @Test
    void two_nodes_that_start_at_once_make_one_tenant_and_one_administrator(@TempDir Path home) throws IOException {
        var url = Database.POSTGRES.newUrl(home);
        try (var one = started(home.resolve("one"), url);
                var other = started(home.resolve("other"), url)) {
            one.awaitReady();
            other.awaitReady();
        }
        try (var node = Node.start(home.resolve("third"), url)) {
            var jooq = node.bean(DSLContext.class);
            assertThat(jooq.fetchCount(TENANT)).isEqualTo(1);
            int people = node.bean(Platform.class).unbound("test", () -> jooq.fetchCount(PERSON));
            assertThat(people).isEqualTo(1);
        }
    }

    private static ServerProcess started(Path home, String database) throws IOException {
        Files.createDirectories(home);
        var environment = ServerProcess.environment(home, Map.of("DATABASE_URL", database));
        return ServerProcess.start(home.resolve("server.log"), environment);
    }

    @Test
    void without_a_given_password_a_random_one_is_kept_for_the_owner_alone(@TempDir Path home) throws IOException {
        var url = Database.SQLITE.newUrl(home);
        for (int start = 0; start < 2; start++) {
            try (var node = Node.start(home, url, Map.of("identity.admin-password", ""))) {
                var file = home.resolve("secrets/admin-password");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                Api.signIn(node, Node.ADMIN_EMAIL, Files.readString(file).strip());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"JWT_SECRET_KEY,", "JWT_SECRET_KEY,short", "JWT_SECRET_KEY,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void in_production_a_missing_or_weak_secret_stops_the_start(String name, String value, @TempDir Path home) {
        var secrets = Map.of("FACTORY_ENV", "production", name, value == null ? "" : value);
        assertThatThrownBy(() -> Node.start(home, Database.SQLITE.newUrl(home), secrets))
                .hasStackTraceContaining("JWT_SECRET_KEY")
                .hasStackTraceContaining("openssl rand");
    }
}
