package com.fabricadeagentes.kernel;

import java.util.UUID;

/** A customer of the platform; everything a tenant owns carries this id. */
public record TenantId(UUID value) implements Id {

    public static TenantId next() {
        return new TenantId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
