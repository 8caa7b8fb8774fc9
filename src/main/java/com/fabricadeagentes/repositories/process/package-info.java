/** The real git, run hardened: for merging and cloning, which JGit does less well. */
@NullMarked
package com.fabricadeagentes.repositories.process;

import org.jspecify.annotations.NullMarked;
