package com.fabricadeagentes.jobs;

import com.fabricadeagentes.database.StoredEvents;
import com.fabricadeagentes.jobs.DatabaseJobQueue.DeliveryData;
import com.fabricadeagentes.jobs.DatabaseJobQueue.JobData;
import com.fabricadeagentes.kernel.Scope;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.TaskBuilder;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Turns handlers, sweeps and listeners into the engine's tasks. */
final class Tasks {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration BEFORE_FOLLOWING = Duration.ofMillis(200);
    private static final int DOUBLINGS = 12;

    private final SchedulerClient client;
    private final Clock clock;

    Tasks(SchedulerClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    List<Task<?>> all(List<JobHandler> handlers, StoredEvents events) {
        var tasks = new ArrayList<Task<?>>();
        tasks.add(delivery(events));
        var types = new HashSet<String>();
        for (var handler : handlers) {
            if (!types.add(handler.type())) {
                throw new IllegalStateException("two job handlers are called " + handler.type());
            }
            tasks.add(job(handler));
        }
        return tasks;
    }

    List<RecurringTask<Void>> recurring(List<Sweep> sweeps) {
        return sweeps.stream()
                .map(sweep -> com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring(
                                "sweep-" + sweep.name(), FixedDelay.of(sweep.every()))
                        .execute((_, _) -> sweep.run()))
                .toList();
    }

    private Task<DeliveryData> delivery(StoredEvents events) {
        return new TaskBuilder<>(DatabaseJobQueue.DELIVERY.getTaskName(), DeliveryData.class)
                .onFailure(later())
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    var delivery = instance.getData();
                    events.deliver(delivery.tenant(), delivery.event(), delivery.listener());
                    return new OnCompleteRemove<>();
                });
    }

    private Task<JobData> job(JobHandler handler) {
        return new TaskBuilder<>(handler.type(), JobData.class)
                .onFailure(later())
                .onDeadExecutionRevive()
                .execute((instance, _) -> mustWait(instance) ? again(BEFORE_FOLLOWING) : work(handler, instance));
    }

    private boolean mustWait(TaskInstance<JobData> instance) {
        return JobInstance.before(instance)
                .flatMap(client::getScheduledExecution)
                .map(ScheduledExecution::isPicked)
                .orElse(false);
    }

    private CompletionHandler<JobData> work(JobHandler handler, TaskInstance<JobData> instance) {
        var data = instance.getData();
        var outcome = Scope.ofPlatform(data.tenant(), handler.type()).call(() -> handler.work(data.subject()));
        return switch (outcome) {
            case JobHandler.Outcome.Done _ -> new OnCompleteRemove<>();
            case JobHandler.Outcome.Again(Duration delay) -> again(delay);
        };
    }

    private <T> CompletionHandler<T> again(Duration delay) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(delay));
    }

    /** One second, then twice as long each time, five minutes at most. */
    private <T> FailureHandler<T> later() {
        return (complete, operations) -> {
            int failures = Math.min(complete.getExecution().consecutiveFailures, DOUBLINGS);
            var wait = Duration.ofSeconds(1L << failures);
            operations.reschedule(
                    complete, clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        };
    }
}
