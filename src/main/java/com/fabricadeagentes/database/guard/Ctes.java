package com.fabricadeagentes.database.guard;

import java.util.HashMap;
import java.util.Map;

/** The common table expressions visible at one place, and whether the {@code tenant_id} of each is the bound tenant's. */
record Ctes(Map<String, Boolean> carrying) {

    static final Ctes NONE = new Ctes(Map.of());

    Ctes with(String name, boolean carriesTenant) {
        var more = new HashMap<>(carrying);
        more.put(name, carriesTenant);
        return new Ctes(Map.copyOf(more));
    }

    boolean has(String name) {
        return carrying.containsKey(name);
    }

    boolean carriesTenant(String name) {
        return carrying.getOrDefault(name, false);
    }
}
