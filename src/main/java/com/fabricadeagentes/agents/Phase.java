package com.fabricadeagentes.agents;

/** Where a run is. */
public enum Phase {
    PLAN,
    GENERATE,
    LINT,
    TEST,
    FIX,
    REVIEW,
    COMMIT
}
