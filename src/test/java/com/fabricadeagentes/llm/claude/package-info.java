@NullMarked
package com.fabricadeagentes.llm.claude;

import org.jspecify.annotations.NullMarked;
