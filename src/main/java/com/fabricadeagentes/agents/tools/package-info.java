/** The tools a model sees. Each is one class; the next is one more, and its name in {@code agents.yml}. */
@NullMarked
package com.fabricadeagentes.agents.tools;

import org.jspecify.annotations.NullMarked;
