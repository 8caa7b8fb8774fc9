@NullMarked
package com.fabricadeagentes.agile.domain;

import org.jspecify.annotations.NullMarked;
