/** Refusals and faults as problems (RFC 9457). */
@NullMarked
package com.fabricadeagentes.edge.errors;

import org.jspecify.annotations.NullMarked;
