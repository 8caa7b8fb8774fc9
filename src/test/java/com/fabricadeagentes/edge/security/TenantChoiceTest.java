package com.fabricadeagentes.edge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.identity.Role;
import com.fabricadeagentes.kernel.Actor;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import com.fabricadeagentes.tenancy.Tenants;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantChoiceTest {

    @Test
    void only_who_may_work_across_tenants_chooses_another(@TempDir Path home) {
        try (var node = Node.start(home, Database.SQLITE.newUrl(home))) {
            var choice = node.bean(TenantChoice.class);
            var other =
                    node.bean(Tenants.class).findBySlug("default").orElseThrow().id();
            var operator = scope(Set.of("*", Role.CROSS_TENANT));

            assertThat(choice.choose(operator, other.toString()).tenant()).isEqualTo(other);
            assertThat(choice.choose(operator, null)).isSameAs(operator);
            assertRefused(choice, operator, TenantId.next().toString(), Refusal.NotFound.class);
            assertRefused(choice, operator, "not-an-id", Refusal.NotFound.class);
            assertRefused(choice, scope(Role.ADMINISTRATOR.permissions()), other.toString(), Refusal.Forbidden.class);
        }
    }

    private static void assertRefused(TenantChoice choice, Scope scope, String header, Class<? extends Refusal> kind) {
        assertThatThrownBy(() -> choice.choose(scope, header))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(kind));
    }

    private static Scope scope(Set<String> permissions) {
        return new Scope(
                TenantId.next(), new Actor(Actor.Kind.PERSON, UserId.next(), "ana@example.com"), permissions, "test");
    }
}
