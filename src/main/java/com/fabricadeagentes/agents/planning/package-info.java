/** Breaking a story into tasks: in the background as soon as it is written, and once more by a run that finds none. */
@NullMarked
package com.fabricadeagentes.agents.planning;

import org.jspecify.annotations.NullMarked;
