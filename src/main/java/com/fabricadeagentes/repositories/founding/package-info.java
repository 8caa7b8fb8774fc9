/** How a project's repository comes to be: from a stack's skeleton, or as a copy of one that exists. */
@NullMarked
package com.fabricadeagentes.repositories.founding;

import org.jspecify.annotations.NullMarked;
