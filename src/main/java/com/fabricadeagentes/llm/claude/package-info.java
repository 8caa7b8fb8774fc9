/** Claude, and whatever speaks its Messages API, through the vendor's SDK. No type of the SDK leaves this package. */
@NullMarked
package com.fabricadeagentes.llm.claude;

import org.jspecify.annotations.NullMarked;
