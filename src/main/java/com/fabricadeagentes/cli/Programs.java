package com.fabricadeagentes.cli;

import java.util.List;
import java.util.Optional;

/** The machine's programs, asked for a word about themselves. */
interface Programs {

    /** What it printed when it ended with 0; empty where it is not there, failed, or took too long. */
    Optional<String> run(List<String> command);
}
