/** What green means: running lint and tests, reading their results, and judging them against main. */
@NullMarked
package com.fabricadeagentes.agents.gate;

import org.jspecify.annotations.NullMarked;
