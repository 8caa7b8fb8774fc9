/** Reading a story: words in, resources with fields and rules out. Knows nothing of Java or of models. */
@NullMarked
package com.fabricadeagentes.llm.offline.story;

import org.jspecify.annotations.NullMarked;
