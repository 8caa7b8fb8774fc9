/**
 * The policy of a run: its events, the state they fold to, and the next step. Pure: no clock, no model, no disk; every
 * effect is a {@link com.fabricadeagentes.agents.loop.Step} that others perform.
 */
@NullMarked
package com.fabricadeagentes.agents.loop;

import org.jspecify.annotations.NullMarked;
