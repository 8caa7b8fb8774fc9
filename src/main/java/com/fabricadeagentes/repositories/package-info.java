/**
 * Git: a bare repository per project, a worktree and branch per run, checkpoints, diffs, merges, and serving real git
 * clients. It offers {@code Repositories} and {@code Worktree}. It may call the kernel, the database, identity and
 * {@code agile}.
 */
@ApplicationModule(displayName = "Repositories")
@NullMarked
package com.fabricadeagentes.repositories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
