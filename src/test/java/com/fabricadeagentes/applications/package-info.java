@NullMarked
package com.fabricadeagentes.applications;

import org.jspecify.annotations.NullMarked;
