package com.fabricadeagentes.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way to work across tenants: sweeps, sign-in, billing. The database's guard lets statements through inside it,
 * and each use says why. Who may call it is an architecture rule.
 */
public final class Platform {

    private static final ScopedValue<String> UNBOUND = ScopedValue.newInstance();

    private Platform() {}

    /**
     * Does the work with the guard's tenant check lifted.
     *
     * @param why what the work is, in words an auditor understands
     */
    public static <T extends @Nullable Object, X extends Throwable> T unbound(
            String why, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(UNBOUND, why).call(work);
    }

    /** Why the current work is unbound, if it is. */
    public static Optional<String> reason() {
        return UNBOUND.isBound() ? Optional.of(UNBOUND.get()) : Optional.empty();
    }
}
