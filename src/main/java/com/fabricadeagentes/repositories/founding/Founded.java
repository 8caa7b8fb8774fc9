package com.fabricadeagentes.repositories.founding;

/** What founding a repository gave. */
public sealed interface Founded {

    /** @param head the commit of main */
    record Ready(String head) implements Founded {}

    /** @param error what is wrong and what to do, for a person; without secrets */
    record Failed(String error) implements Founded {}
}
