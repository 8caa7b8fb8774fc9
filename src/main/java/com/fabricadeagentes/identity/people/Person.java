package com.fabricadeagentes.identity.people;

import com.fabricadeagentes.identity.Role;
import com.fabricadeagentes.kernel.Actor;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Someone who signs in.
 *
 * @param passwordHash bcrypt; null where no password opens the door
 */
public record Person(
        TenantId tenant,
        UserId id,
        String email,
        String name,
        Role role,
        @Nullable String passwordHash) {

    /** What this person's work is bound to. */
    public Scope scope(String requestId) {
        return new Scope(tenant, new Actor(Actor.Kind.PERSON, id, email), role.permissions(), requestId);
    }
}
