/** What happens to every request: its id, its path, its size, its log line, its retry. */
@NullMarked
package com.fabricadeagentes.edge.requests;

import org.jspecify.annotations.NullMarked;
