/** What the board's things are and the rules they keep; no framework, no SQL. */
@NullMarked
package com.fabricadeagentes.agile.domain;

import org.jspecify.annotations.NullMarked;
