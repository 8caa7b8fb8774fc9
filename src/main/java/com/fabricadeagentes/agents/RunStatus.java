package com.fabricadeagentes.agents;

/** How a run stands. */
public enum RunStatus {
    QUEUED,
    RUNNING,
    NEEDS_HUMAN,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean onItsWay() {
        return this == QUEUED || this == RUNNING || this == NEEDS_HUMAN;
    }
}
