/** The bare repositories and what is done with them in-process, by JGit, which needs no process per question. */
@NullMarked
package com.fabricadeagentes.repositories.store;

import org.jspecify.annotations.NullMarked;
