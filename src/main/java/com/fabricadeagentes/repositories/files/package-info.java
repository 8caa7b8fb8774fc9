/**
 * The files of a worktree as git sees them, read and written without ever following a link. There is no {@code .git} in
 * a worktree: what decides lies outside, where a model cannot write.
 */
@NullMarked
package com.fabricadeagentes.repositories.files;

import org.jspecify.annotations.NullMarked;
