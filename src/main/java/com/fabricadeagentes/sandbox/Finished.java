package com.fabricadeagentes.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param exitCode the shell's, 128 + n for a signal
 * @param limit the limit that ended it, if one did; a person and a model are told it
 * @param output standard output and error, interleaved, up to the limit; the file is the caller's to delete
 * @param outputBytes how much was printed in all
 */
public record Finished(int exitCode, Optional<Limit> limit, Path output, long outputBytes, Duration elapsed) {

    public enum Limit {
        WALL_TIME,
        MEMORY,
        PROCESSES,
        DISK,
        FILE_SIZE,
        CANCELLED
    }

    public boolean ok() {
        return exitCode == 0 && limit.isEmpty();
    }
}
