/** Where the board's things are stored. */
@NullMarked
package com.fabricadeagentes.agile.infrastructure;

import org.jspecify.annotations.NullMarked;
