/**
 * The heart: agent types, their tools, the gates, the loop, runs and their events. It offers {@code RunId} and the
 * events that tell of a run. It may call every module before it in the house's order: the board, the models,
 * repositories and the sandbox among them.
 */
@ApplicationModule(displayName = "Agents")
@NullMarked
package com.fabricadeagentes.agents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
