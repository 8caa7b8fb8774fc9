package com.fabricadeagentes.jobs;

import com.fabricadeagentes.database.EventDelivery;
import com.fabricadeagentes.kernel.TenantId;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue on the platform's own database, by db-scheduler, inside the caller's transaction. */
@Component
final class DatabaseJobQueue implements JobQueue, EventDelivery {

    /** What a job's row holds. */
    record JobData(TenantId tenant, UUID subject) {}

    /** What a delivery's row holds. */
    record DeliveryData(TenantId tenant, EventId event, String listener) {}

    static final TaskDescriptor<DeliveryData> DELIVERY = TaskDescriptor.of("event-delivery", DeliveryData.class);

    private final Engine engine;
    private final Clock clock;

    DatabaseJobQueue(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public void enqueue(Job job) {
        enqueue(job, Duration.ZERO);
    }

    /** One that is being done may have passed the point that this call is about, so another follows it. */
    @Override
    public void enqueue(Job job, Duration delay) {
        var due = clock.instant().plus(delay);
        var first = JobInstance.first(job);
        boolean waits = engine.client()
                .getScheduledExecution(first)
                .map(execution -> !execution.isPicked())
                .orElse(false);
        if (!waits && !engine.client().scheduleIfNotExists(first, due)) {
            engine.client().scheduleIfNotExists(JobInstance.following(job), due);
        }
        wakeAfterCommit();
    }

    @Override
    public void schedule(TenantId tenant, EventId event, String listener) {
        var instance = new TaskInstance<>(
                DELIVERY.getTaskName(), event.value() + "/" + listener, new DeliveryData(tenant, event, listener));
        engine.client().scheduleIfNotExists(instance, clock.instant());
        wakeAfterCommit();
    }

    @Override
    public long active() {
        return engine.client().getScheduledExecutions().stream()
                .map(ScheduledExecution::getTaskInstance)
                .filter(instance -> engine.isJob(instance.getTaskName()))
                .count();
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            engine.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                engine.wake();
            }
        });
    }
}
