package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agents.RunId;

/** The right to write to a run, as long as nobody takes it over. */
public record Lease(RunId run, long fencing) {

    /** Somebody else holds the run now: stop, write nothing more. */
    public static final class Lost extends RuntimeException {
        Lost(RunId run) {
            super("run " + run + " was taken over", null, false, false);
        }
    }
}
