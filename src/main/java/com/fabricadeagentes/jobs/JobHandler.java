package com.fabricadeagentes.jobs;

import java.time.Duration;
import java.util.UUID;

/**
 * Does jobs of one type, with the tenant bound and the platform as actor. A job whose worker dies is done again by
 * another, so doing it twice must do no harm.
 */
public interface JobHandler {

    /** Stored with waiting jobs: never changed. */
    String type();

    Outcome work(UUID subject);

    /** What becomes of the job; a throw is tried again, later and later. */
    sealed interface Outcome {
        Outcome DONE = new Done();

        record Done() implements Outcome {}

        record Again(Duration delay) implements Outcome {}
    }
}
