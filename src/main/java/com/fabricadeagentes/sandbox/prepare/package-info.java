/**
 * Fetching what a project's build files name, before its box runs: with network, but without running anything the
 * project brought. Each ecosystem is one {@link com.fabricadeagentes.sandbox.prepare.Ecosystem}.
 */
@NullMarked
package com.fabricadeagentes.sandbox.prepare;

import org.jspecify.annotations.NullMarked;
