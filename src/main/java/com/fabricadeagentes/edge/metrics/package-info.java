/** What is measured, for Prometheus. */
@NullMarked
package com.fabricadeagentes.edge.metrics;

import org.jspecify.annotations.NullMarked;
