/**
 * The model port in our own terms, its providers, their choice, prices and usage. It offers {@code Models}, the
 * conversation's values and {@code ModelFault}; no vendor's type is visible outside its package. It may call the
 * kernel, the database and the vault.
 */
@ApplicationModule(displayName = "Language models")
@NullMarked
package com.fabricadeagentes.llm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
