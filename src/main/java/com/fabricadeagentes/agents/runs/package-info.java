/** Runs as they are stored: the journal of their events, the row that sums them up, and what people do to them. */
@NullMarked
package com.fabricadeagentes.agents.runs;

import org.jspecify.annotations.NullMarked;
