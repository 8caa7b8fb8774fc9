/** Runs over HTTP. */
@NullMarked
package com.fabricadeagentes.agents.web;

import org.jspecify.annotations.NullMarked;
