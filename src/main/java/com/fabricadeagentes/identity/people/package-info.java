/** The people of a tenant, the first of whom is made at the first start. */
@NullMarked
package com.fabricadeagentes.identity.people;

import org.jspecify.annotations.NullMarked;
