package com.fabricadeagentes.jobs;

import com.fabricadeagentes.kernel.TenantId;
import java.time.Duration;
import java.util.UUID;

/** Work that must be done, over crashes. A job holds ids only; what they stand for is read when it is done. */
public interface JobQueue {

    /**
     * Stores a job in the current transaction, to be done soon after it. A job of the same type, tenant and subject that
     * still waits is the same job; one that is being done now is followed by this one.
     */
    void enqueue(Job job);

    /** Like {@link #enqueue(Job)}, not before {@code delay} has passed. */
    void enqueue(Job job, Duration delay);

    /** Jobs waiting or being done, for {@code active_jobs_total}. */
    long active();

    /**
     * @param type the {@link JobHandler#type()} that does it
     * @param tenant for whom
     * @param subject what it is about: a run, a story
     */
    record Job(String type, TenantId tenant, UUID subject) {}
}
