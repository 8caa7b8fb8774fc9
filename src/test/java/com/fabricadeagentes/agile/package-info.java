@NullMarked
package com.fabricadeagentes.agile;

import org.jspecify.annotations.NullMarked;
