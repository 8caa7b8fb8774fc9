@NullMarked
package com.fabricadeagentes.llm;

import org.jspecify.annotations.NullMarked;
