package com.fabricadeagentes.sandbox;

/** Finds out how a repository is built. */
public interface Recipes {

    /** @throws InvalidRecipe where {@code .factory.yml} cannot be read; the message names the line */
    Recipe read(SourceTree tree) throws InvalidRecipe;

    final class InvalidRecipe extends Exception {
        public InvalidRecipe(String message) {
            super(message);
        }
    }
}
