@NullMarked
package com.fabricadeagentes.sandbox.prepare;

import org.jspecify.annotations.NullMarked;
