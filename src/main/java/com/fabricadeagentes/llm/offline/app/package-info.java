/** Writing the application that a design describes, its tests and its documents. Knows nothing of stories. */
@NullMarked
package com.fabricadeagentes.llm.offline.app;

import org.jspecify.annotations.NullMarked;
