/** The rules of the house, each proven to bite by the {@code brokenhouse} of the tests. */
@NullMarked
package com.fabricadeagentes.architecture;

import org.jspecify.annotations.NullMarked;
