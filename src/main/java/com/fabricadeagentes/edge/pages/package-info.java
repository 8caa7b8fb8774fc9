/** The front end's files: one page for all of its addresses, and assets whose names change with their content. */
@NullMarked
package com.fabricadeagentes.edge.pages;

import org.jspecify.annotations.NullMarked;
