/** A retried POST answers as the first did. */
@NullMarked
package com.fabricadeagentes.edge.idempotency;

import org.jspecify.annotations.NullMarked;
