/** No box at all, for operators who say {@code FACTORY_SANDBOX=unsafe}. */
@NullMarked
package com.fabricadeagentes.sandbox.plain;

import org.jspecify.annotations.NullMarked;
