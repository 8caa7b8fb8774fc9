/** Boxes by bubblewrap: namespaces for everything, an unprivileged user, an empty environment, cgroups for limits. */
@NullMarked
package com.fabricadeagentes.sandbox.bubblewrap;

import org.jspecify.annotations.NullMarked;
