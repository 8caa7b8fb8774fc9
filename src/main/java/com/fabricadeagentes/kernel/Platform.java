package com.fabricadeagentes.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one way to work across tenants: sweeps, sign-in, billing. The database's guard lets statements through inside it,
 * each use says why, and the {@link Witness} hears of it. Who may call it is an architecture rule.
 */
@Component
public final class Platform {

    private static final ScopedValue<String> UNBOUND = ScopedValue.newInstance();

    private final ObjectProvider<Witness> witnesses;

    public Platform(ObjectProvider<Witness> witnesses) {
        this.witnesses = witnesses;
    }

    /** Hears of work across tenants; implemented by {@code audit}. */
    public interface Witness {

        void unbound(String why);
    }

    /**
     * Does the work with the guard's tenant check lifted.
     *
     * @param why what the work is, in words an auditor understands; one of a small fixed set
     */
    public <T extends @Nullable Object, X extends Throwable> T unbound(String why, ScopedValue.CallableOp<T, X> work)
            throws X {
        witnesses.ifAvailable(witness -> witness.unbound(why));
        return ScopedValue.where(UNBOUND, why).call(work);
    }

    /** Why the current work is unbound, if it is. */
    public static Optional<String> reason() {
        return UNBOUND.isBound() ? Optional.of(UNBOUND.get()) : Optional.empty();
    }
}
