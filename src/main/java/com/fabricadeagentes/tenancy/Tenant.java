package com.fabricadeagentes.tenancy;

import com.fabricadeagentes.kernel.TenantId;

/**
 * A customer.
 *
 * @param slug its name in addresses, e.g. a subdomain
 */
public record Tenant(TenantId id, String slug, String name) {}
