@NullMarked
package com.fabricadeagentes.agents.loop;

import org.jspecify.annotations.NullMarked;
