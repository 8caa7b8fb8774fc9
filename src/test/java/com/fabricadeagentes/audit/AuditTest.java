package com.fabricadeagentes.audit;

import static com.fabricadeagentes.database.schema.Tables.PLATFORM_WORK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Newcomer;
import com.fabricadeagentes.support.Node;
import java.nio.file.Path;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class AuditTest {

    private static final String NO_ONES = "00000000-0000-7000-8000-000000000000";

    @ParameterizedTest
    @EnumSource(Database.class)
    void changes_and_refusals_are_evidence_of_their_tenant_alone(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home))) {
            var admin = Api.signIn(node);
            var stranger = Newcomer.ofNewTenant(node, "rival");
            var key = admin.with("X-Request-ID", "order-7")
                    .post("/api/v1/api-keys", Map.of("name", "ci server"))
                    .created();
            admin.delete("/api/v1/api-keys/" + NO_ONES).problem(404);

            var made = only(
                    admin, "action=api_key.create&resource_id=" + key.get("id").asString());
            assertThat(made.get("outcome").asString()).isEqualTo("DONE");
            assertThat(made.get("actor").get("name").asString()).isEqualTo(Node.ADMIN_EMAIL);
            assertThat(made.get("request_id").asString()).isEqualTo("order-7");
            assertThat(made.get("before").isNull()).isTrue();
            assertThat(made.get("after").get("key").get("name").asString()).isEqualTo("ci server");
            assertThat(made.toString()).doesNotContain(key.get("key").asString());

            var refused = only(
                    admin,
                    "outcome=REFUSED&actor_id=" + made.get("actor").get("id").asString());
            assertThat(refused.get("action").asString()).isEqualTo("api_key.revoke");
            assertThat(refused.get("resource_id").asString()).isEqualTo(NO_ONES);
            assertThat(refused.get("detail").asString()).isEqualTo("There is no such API key.");

            assertThat(entries(stranger, "action=api_key.create")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void sign_ins_and_forbidden_reading_are_evidence_too(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home))) {
            var member = Newcomer.member(node);
            member.get("/api/v1/audit").problem(403);
            Api.anonymous(node)
                    .post("/api/v1/auth/login", Map.of("email", Node.ADMIN_EMAIL, "password", "wrong"))
                    .problem(401);
            var admin = Api.signIn(node);

            assertThat(only(admin, "action=audit.read").get("outcome").asString())
                    .isEqualTo("REFUSED");
            assertThat(entries(admin, "action=session.open&outcome=REFUSED")).hasSize(1);
            assertThat(entries(admin, "action=session.open&outcome=DONE")).hasSize(2);
            var page = admin.get("/api/v1/audit?limit=1").ok();
            var next = admin.get("/api/v1/audit?limit=1&cursor="
                            + page.get("next_cursor").asString())
                    .ok();
            assertThat(next.get("items").get(0).get("id").asString())
                    .isLessThan(page.get("items").get(0).get("id").asString());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void work_across_tenants_is_counted_by_its_reason(Database database, @TempDir Path home) {
        try (var node = Node.start(home, database.newUrl(home))) {
            Api.signIn(node);
            node.bean(PlatformWitness.class).write();
            Api.signIn(node);
            Api.signIn(node);
            node.bean(PlatformWitness.class).write();
            var uses = node.bean(DSLContext.class)
                    .select(PLATFORM_WORK.USES)
                    .from(PLATFORM_WORK)
                    .where(PLATFORM_WORK.REASON.eq("sign-in"))
                    .fetchSingle(PLATFORM_WORK.USES);
            assertThat(uses).isEqualTo(3L);
        }
    }

    private static JsonNode entries(Api api, String filter) {
        return api.get("/api/v1/audit?" + filter).ok().get("items");
    }

    private static JsonNode only(Api api, String filter) {
        var entries = entries(api, filter);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
