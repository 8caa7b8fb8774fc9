/** The API's own description and the page to try it on. */
@NullMarked
package com.fabricadeagentes.edge.docs;

import org.jspecify.annotations.NullMarked;
