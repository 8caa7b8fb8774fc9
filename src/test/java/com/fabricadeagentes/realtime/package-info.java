@NullMarked
package com.fabricadeagentes.realtime;

import org.jspecify.annotations.NullMarked;
