/** What a reviewer can check on a diff without understanding it. */
@NullMarked
package com.fabricadeagentes.llm.offline.review;

import org.jspecify.annotations.NullMarked;
