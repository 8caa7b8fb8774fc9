/** The board over HTTP. */
@NullMarked
package com.fabricadeagentes.agile.web;

import org.jspecify.annotations.NullMarked;
