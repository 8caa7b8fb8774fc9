package com.fabricadeagentes.database;

import com.fabricadeagentes.kernel.Scope;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** The tenant's predicate: the one helper from which every repository takes it. */
public final class Tenanted {

    private Tenanted() {}

    /** {@code table.tenant_id = <the bound tenant>}. @throws IllegalStateException where none is bound */
    public static Condition own(Table<?> table) {
        return tenantOf(table).eq(tenant());
    }

    /** The bound tenant, for {@code insert}. */
    public static UUID tenant() {
        return Scope.tenantId().value();
    }

    /** For joins: {@code left.tenant_id = right.tenant_id}. */
    public static Condition same(Table<?> left, Table<?> right) {
        return tenantOf(left).eq(tenantOf(right));
    }

    @SuppressWarnings("unchecked")
    private static Field<UUID> tenantOf(Table<?> table) {
        var field = table.field("tenant_id");
        if (field == null) {
            throw new IllegalArgumentException(table.getName() + " belongs to no tenant");
        }
        return (Field<UUID>) field;
    }
}
