/** Which compilers, runtimes and test runners this machine offers to the boxes. */
@NullMarked
package com.fabricadeagentes.sandbox.toolchains;

import org.jspecify.annotations.NullMarked;
