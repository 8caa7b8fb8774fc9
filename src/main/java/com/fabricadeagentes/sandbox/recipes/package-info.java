/** Finding out how a repository is linted, tested, built and started. */
@NullMarked
package com.fabricadeagentes.sandbox.recipes;

import org.jspecify.annotations.NullMarked;
