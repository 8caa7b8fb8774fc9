/** Acting as an agent: from a conversation to the next answer. */
@NullMarked
package com.fabricadeagentes.llm.offline.agent;

import org.jspecify.annotations.NullMarked;
