package com.fabricadeagentes.support;

import com.fabricadeagentes.identity.Role;
import com.fabricadeagentes.identity.people.People;
import com.fabricadeagentes.identity.people.Person;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import com.fabricadeagentes.tenancy.Tenants;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** More people than the first administrator, signed in: colleagues, and strangers from another tenant. */
public final class Newcomer {

    public static final String PASSWORD = "another-horse-battery";

    private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

    private Newcomer() {}

    /** The administrator of a tenant that did not exist before. */
    public static Api ofNewTenant(Node node, String slug) {
        var tenants = node.bean(Tenants.class);
        var tenant = node.bean(TransactionTemplate.class)
                .execute(_ -> tenants.add(slug, slug).orElseThrow());
        return signedIn(node, tenant.id(), Role.ADMINISTRATOR, "admin@" + slug + ".example");
    }

    /** A member of the first tenant. */
    public static Api member(Node node) {
        var tenant = node.bean(Tenants.class).findBySlug("default").orElseThrow();
        return signedIn(node, tenant.id(), Role.MEMBER, "member-" + UserId.next() + "@example.com");
    }

    private static Api signedIn(Node node, TenantId tenant, Role role, String email) {
        var person = new Person(tenant, UserId.next(), email, email, role, HASH);
        Scope.ofPlatform(tenant, "test")
                .run(() -> node.bean(TransactionTemplate.class)
                        .executeWithoutResult(_ -> node.bean(People.class).add(person)));
        return Api.signIn(node, email, PASSWORD);
    }
}
