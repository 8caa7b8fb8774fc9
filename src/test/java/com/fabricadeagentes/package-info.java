@NullMarked
package com.fabricadeagentes;

import org.jspecify.annotations.NullMarked;
