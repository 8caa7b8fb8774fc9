/** Serving real git clients over smart HTTP: {@code /git/<project key>.git}. */
@NullMarked
package com.fabricadeagentes.repositories.serving;

import org.jspecify.annotations.NullMarked;
