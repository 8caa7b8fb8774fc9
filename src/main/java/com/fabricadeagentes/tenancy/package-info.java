/**
 * The platform's customers. It offers {@code Tenants} and {@code Tenant}. It may call the kernel and the database.
 */
@ApplicationModule(displayName = "Tenancy")
@NullMarked
package com.fabricadeagentes.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
