/** API keys, by which machines act for a person. */
@NullMarked
package com.fabricadeagentes.identity.keys;

import org.jspecify.annotations.NullMarked;
