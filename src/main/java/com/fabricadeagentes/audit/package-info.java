/**
 * The evidence: who changed or was refused what, with the state before and after, and why work was done across tenants.
 * It offers nothing to call: it attaches to {@code @Audited} and {@code @Requires} on use cases and to
 * {@code Platform}. It may call the kernel, the database, tenancy and identity.
 */
@ApplicationModule(displayName = "Audit")
@NullMarked
package com.fabricadeagentes.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
