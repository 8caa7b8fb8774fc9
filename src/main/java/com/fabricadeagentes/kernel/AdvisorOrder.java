package com.fabricadeagentes.kernel;

/**
 * In which order what cuts across surrounds a use case, outermost first. Refusals are written after the rollback, changes
 * inside the transaction.
 */
public final class AdvisorOrder {

    public static final int AUDIT_REFUSALS = 100;
    public static final int PERMISSION = 200;
    public static final int TRANSACTION = 300;
    public static final int AUDIT_CHANGES = 400;

    private AdvisorOrder() {}
}
