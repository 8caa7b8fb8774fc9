/**
 * The board: projects, epics, stories, tasks and sprints with their rules and moves. It offers {@code Board}, the ids,
 * and the events that tell of a change. It may call the kernel, the database, jobs, identity and audit.
 */
@ApplicationModule(displayName = "Agile")
@NullMarked
package com.fabricadeagentes.agile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
