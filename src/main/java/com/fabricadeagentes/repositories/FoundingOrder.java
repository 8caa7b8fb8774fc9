package com.fabricadeagentes.repositories;

import org.jspecify.annotations.Nullable;

/**
 * What a project's repository begins with.
 *
 * @param repositoryUrl an existing repository to clone; null for the stack's skeleton
 */
record FoundingOrder(
        String key, String name, String stack, @Nullable String repositoryUrl) {}
