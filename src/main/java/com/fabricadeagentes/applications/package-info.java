/**
 * Generated applications: started on demand in a box without network, reached through a unix socket under an
 * unguessable address in an origin of their own, stopped when idle. It offers nothing. It may call the kernel, the board,
 * repositories and the sandbox.
 */
@ApplicationModule(displayName = "Applications")
@NullMarked
package com.fabricadeagentes.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
