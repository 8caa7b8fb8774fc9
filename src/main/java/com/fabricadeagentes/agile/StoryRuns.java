package com.fabricadeagentes.agile;

/** What the board must know of runs before a person's move; implemented by {@code agents}. */
public interface StoryRuns {

    Hold holdOn(StoryId story);

    /** Ends the run that is on its way, in the current transaction; of no effect where there is none. */
    void cancel(StoryId story);

    /** How a run holds its story. */
    enum Hold {
        NONE,
        /** Queued, running or waiting for help: only BACKLOG is open, and cancels it. */
        ON_ITS_WAY,
        /** Waiting for approval: {@code /approve} and {@code /reject} decide. */
        AWAITING_APPROVAL,
        /** The commit has begun: nothing can be changed until it is over. */
        COMMITTING
    }
}
