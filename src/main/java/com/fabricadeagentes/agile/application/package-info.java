/** The use cases of the board, one transaction each. */
@NullMarked
package com.fabricadeagentes.agile.application;

import org.jspecify.annotations.NullMarked;
