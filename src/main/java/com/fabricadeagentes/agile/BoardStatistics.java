package com.fabricadeagentes.agile;

import java.util.Map;

/** Counts of the board across all tenants, for the platform's metrics. */
public interface BoardStatistics {

    /** How many stories stand in each column; every column is there, if with 0. */
    Map<StoryStatus, Long> storiesByStatus();
}
