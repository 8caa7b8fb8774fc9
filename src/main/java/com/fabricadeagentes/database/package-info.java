/**
 * The one door to the database: data sources behind the tenant guard, transactions, jOOQ, migrations, and stored events
 * with their place in a tenant's order. It offers {@code Tenants}' predicate, {@code Events}, {@code EventListener},
 * {@code EventStream} and the generated schema. It may call the kernel.
 */
@ApplicationModule(displayName = "Database", type = ApplicationModule.Type.OPEN)
@NullMarked
package com.fabricadeagentes.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
