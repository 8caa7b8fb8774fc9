package com.fabricadeagentes.sandbox;

import java.time.Duration;

/**
 * What a box may use before it is stopped.
 *
 * @param memory bytes over the whole process tree
 * @param cpus processors' worth of time
 * @param processes processes and threads at once
 * @param fileSize bytes of the largest single file
 * @param disk bytes the workspace may grow by
 * @param output bytes of output kept; what is beyond is counted and dropped
 * @param wall time until the tree is killed
 */
public record Limits(long memory, double cpus, int processes, long fileSize, long disk, long output, Duration wall) {

    private static final long MIB = 1024L * 1024;

    public static final Limits DEFAULT =
            new Limits(2048 * MIB, 2, 512, 256 * MIB, 1024 * MIB, 16 * MIB, Duration.ofMinutes(10));

    public Limits withWall(Duration wall) {
        return new Limits(memory, cpus, processes, fileSize, disk, output, wall);
    }
}
