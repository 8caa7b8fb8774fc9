/** Working on runs: claiming one, performing its steps against the real world, and recording what came of them. */
@NullMarked
package com.fabricadeagentes.agents.work;

import org.jspecify.annotations.NullMarked;
