/**
 * People and what they may do: signing in, sessions, access tokens, API keys, roles. It offers {@code Authenticator} and
 * {@code Role}; packages below it are by what they are about ({@code people}, {@code sessions}, {@code keys}). It may
 * call the kernel, the database, the vault and tenancy.
 */
@ApplicationModule(displayName = "Identity")
@NullMarked
package com.fabricadeagentes.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
