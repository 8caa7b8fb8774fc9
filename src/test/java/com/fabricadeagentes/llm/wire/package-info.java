/** A server that speaks the Messages API, for tests and benchmarks: it plays the model by a script. */
@NullMarked
package com.fabricadeagentes.llm.wire;

import org.jspecify.annotations.NullMarked;
