package com.fabricadeagentes.identity;

import java.util.Locale;
import java.util.Set;

/** What people of a kind may do: the one place where permissions are given. */
public enum Role {

    /** Everything within the tenant. */
    ADMINISTRATOR(Set.of("*")),

    /** The whole daily work on the board, with runs, repositories and applications; no administration. */
    MEMBER(Set.of(
            "project:*",
            "epic:*",
            "story:*",
            "task:*",
            "sprint:*",
            "board:*",
            "run:*",
            "repository:*",
            "app:*",
            "stream:*",
            "profile:*",
            "session:*",
            "api_key:*",
            "model:read",
            "integration:read"));

    /** Whoever holds it may choose another tenant with {@code X-Tenant-ID}; {@code *} does not include it. */
    public static final String CROSS_TENANT = "platform:cross_tenant";

    private final Set<String> permissions;

    Role(Set<String> permissions) {
        this.permissions = permissions;
    }

    /** As {@code story:move}; {@code story:*} for all of stories, {@code *} for everything. */
    public Set<String> permissions() {
        return permissions;
    }

    /** As it is stored and shown: {@code administrator}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
