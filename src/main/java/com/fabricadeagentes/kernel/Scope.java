package com.fabricadeagentes.kernel;

import java.util.Optional;
import java.util.Set;

/**
 * The tenant and actor that the current work is done for. Bound once at the edge (the HTTP filter, whoever takes work
 * from the queue) and read everywhere below; it follows structured calls but not hand-overs to other threads, so work
 * that is stored carries it along.
 *
 * @param permissions what the actor may do, as {@code story:move}; {@code story:*} stands for everything with stories,
 *     {@code *} for everything within the tenant
 * @param requestId the id under which logs and errors of this work are found
 */
public record Scope(TenantId tenant, Actor actor, Set<String> permissions, String requestId) {

    private static final ScopedValue<Scope> BOUND = ScopedValue.newInstance();

    public static Scope current() {
        return BOUND.orElseThrow(() -> new IllegalStateException("no tenant is bound to this work"));
    }

    public static Optional<Scope> find() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
    }

    /** The bound tenant. @throws IllegalStateException where none is bound */
    public static TenantId tenantId() {
        return current().tenant();
    }

    /** The platform at work for a tenant, with every permission inside it. */
    public static Scope ofPlatform(TenantId tenant, String work) {
        return new Scope(tenant, Actor.platform(work), Set.of("*"), Ids.next().toString());
    }

    /** @param permission as {@code story:move} */
    public boolean permits(String permission) {
        return permissions.contains("*")
                || permissions.contains(permission)
                || permissions.contains(permission.substring(0, permission.indexOf(':') + 1) + "*");
    }

    public void run(Runnable work) {
        ScopedValue.where(BOUND, this).run(work);
    }

    public <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T call(
            ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(BOUND, this).call(work);
    }
}
