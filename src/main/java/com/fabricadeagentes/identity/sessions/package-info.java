/** Signing in and staying signed in: passwords, access tokens, refresh tokens that work once. */
@NullMarked
package com.fabricadeagentes.identity.sessions;

import org.jspecify.annotations.NullMarked;
