/** Who gets in, and what is bound for their request. */
@NullMarked
package com.fabricadeagentes.edge.security;

import org.jspecify.annotations.NullMarked;
