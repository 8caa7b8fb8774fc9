package com.fabricadeagentes.jobs;

import com.fabricadeagentes.jobs.DatabaseJobQueue.JobData;
import com.fabricadeagentes.jobs.JobQueue.Job;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.util.Optional;

/** How jobs are named in the engine's table: one by subject, and one that waits until that one is done. */
final class JobInstance {

    private static final String FOLLOWING = "/following";

    private JobInstance() {}

    static TaskInstance<JobData> first(Job job) {
        return new TaskInstance<>(job.type(), subject(job), new JobData(job.tenant(), job.subject()));
    }

    static TaskInstance<JobData> following(Job job) {
        return new TaskInstance<>(job.type(), subject(job) + FOLLOWING, new JobData(job.tenant(), job.subject()));
    }

    /** The job that must be done before this one, if it follows one. */
    static Optional<TaskInstanceId> before(TaskInstance<?> instance) {
        var id = instance.getId();
        return id.endsWith(FOLLOWING)
                ? Optional.of(
                        TaskInstanceId.of(instance.getTaskName(), id.substring(0, id.length() - FOLLOWING.length())))
                : Optional.empty();
    }

    private static String subject(Job job) {
        return job.tenant() + "/" + job.subject();
    }
}
