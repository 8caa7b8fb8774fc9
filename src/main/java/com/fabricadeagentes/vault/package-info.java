/**
 * Keys and sealed columns. It offers the {@code Sealer}; what is sealed begins with a byte that names its format, so
 * that encryption changes no schema. It may call the kernel and the database.
 */
@ApplicationModule(displayName = "Vault")
@NullMarked
package com.fabricadeagentes.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
