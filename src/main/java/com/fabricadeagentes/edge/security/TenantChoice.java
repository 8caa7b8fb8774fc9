package com.fabricadeagentes.edge.security;

import com.fabricadeagentes.identity.Role;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tenant of a request: the token's, unless one who may work across tenants names another. */
@Component
class TenantChoice {

    private final Tenants tenants;

    TenantChoice(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * @param header {@code X-Tenant-ID}
     * @throws com.fabricadeagentes.kernel.Refused as forbidden where it differs and the actor may not choose
     */
    Scope choose(Scope scope, @Nullable String header) {
        if (header == null || header.equalsIgnoreCase(scope.tenant().toString())) {
            return scope;
        }
        if (!scope.permissions().contains(Role.CROSS_TENANT)) {
            throw new Refusal.Forbidden(Role.CROSS_TENANT).refused();
        }
        var tenant = Ids.parse(header)
                .flatMap(id -> tenants.find(new TenantId(id)))
                .orElseThrow(() -> new Refusal.NotFound("tenant").refused());
        return new Scope(tenant.id(), scope.actor(), scope.permissions(), scope.requestId());
    }
}
