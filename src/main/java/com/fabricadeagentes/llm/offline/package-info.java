/**
 * The offline model: a deterministic generator that speaks the model port and needs no network. It understands stories
 * that keep resources with fields and rules, and login; it refuses all else and says what would help.
 */
@NullMarked
package com.fabricadeagentes.llm.offline;

import org.jspecify.annotations.NullMarked;
