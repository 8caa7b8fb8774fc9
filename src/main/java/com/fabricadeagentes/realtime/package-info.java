/**
 * What browsers and command lines follow live: the tenant's events in their one order over WebSocket, a run's history over
 * server-sent events, both resumable without loss. It offers nothing to other modules. It may call the database's
 * stream, identity, and the faces of the board and the agents.
 */
@ApplicationModule(displayName = "Realtime")
@NullMarked
package com.fabricadeagentes.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
