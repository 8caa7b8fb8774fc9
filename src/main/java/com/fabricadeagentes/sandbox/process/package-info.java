/** The process of a box, whatever made the box: its output, its time, its disk, and its end. */
@NullMarked
package com.fabricadeagentes.sandbox.process;

import org.jspecify.annotations.NullMarked;
