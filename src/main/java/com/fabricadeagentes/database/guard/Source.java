package com.fabricadeagentes.database.guard;

/** A table, CTE or derived table in a from clause, under the name it goes by there. */
final class Source implements Anchor {

    private final String name;
    private final boolean tenantColumn;
    private boolean tied;

    private Source(String name, boolean tenantColumn, boolean tied) {
        this.name = name;
        this.tenantColumn = tenantColumn;
        this.tied = tied;
    }

    static Source untied(String name) {
        return new Source(name, true, false);
    }

    /** One whose {@code tenant_id} is known to be the bound tenant's. */
    static Source tied(String name) {
        return new Source(name, true, true);
    }

    /** One that holds nothing of a tenant, or whose {@code tenant_id} proves nothing. */
    static Source free(String name) {
        return new Source(name, false, true);
    }

    String name() {
        return name;
    }

    /** Whether its {@code tenant_id} is that of a tenant's table. */
    boolean hasTenantColumn() {
        return tenantColumn;
    }

    boolean isTied() {
        return tied;
    }

    void tie() {
        tied = true;
    }
}
