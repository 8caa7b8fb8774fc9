@NullMarked
package com.fabricadeagentes.agile.application;

import org.jspecify.annotations.NullMarked;
