@NullMarked
package com.fabricadeagentes.database.guard;

import org.jspecify.annotations.NullMarked;
