/** Whether the platform and what it stands on are up. */
@NullMarked
package com.fabricadeagentes.edge.health;

import org.jspecify.annotations.NullMarked;
