package com.fabricadeagentes.repositories.founding;

/** What a repository is to begin with. */
public sealed interface FoundingOrder {

    /**
     * The skeleton of a stack as first commit.
     *
     * @param key the project's, as {@code SHOP}
     * @param stack {@code java}, {@code node} or {@code python}
     */
    record Skeleton(String key, String name, String stack) implements FoundingOrder {}

    /** A copy of an existing repository's default branch. */
    record Copy(String url) implements FoundingOrder {}
}
