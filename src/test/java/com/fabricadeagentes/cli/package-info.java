@NullMarked
package com.fabricadeagentes.cli;

import org.jspecify.annotations.NullMarked;
