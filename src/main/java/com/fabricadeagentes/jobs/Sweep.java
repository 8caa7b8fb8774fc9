package com.fabricadeagentes.jobs;

import java.time.Duration;

/** Work that comes round: one node does it at a time, however many there are. */
public interface Sweep {

    String name();

    Duration every();

    void run();
}
