@NullMarked
package com.fabricadeagentes.sandbox.toolchains;

import org.jspecify.annotations.NullMarked;
