@NullMarked
package com.fabricadeagentes.sandbox.recipes;

import org.jspecify.annotations.NullMarked;
