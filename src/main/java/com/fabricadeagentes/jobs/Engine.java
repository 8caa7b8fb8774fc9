package com.fabricadeagentes.jobs;

import com.fabricadeagentes.database.DatabaseUrl;
import com.fabricadeagentes.database.StoredEvents;
import com.fabricadeagentes.kernel.Installation;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** db-scheduler, started last and stopped first. A node that only serves the web stores work and does none. */
@Component
final class Engine implements SmartLifecycle {

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final DatabaseUrl url;
    private final JobsProperties properties;
    private final Installation installation;
    private final DSLContext jooq;
    private final Clock clock;
    private final ObjectProvider<JobHandler> handlers;
    private final ObjectProvider<Sweep> sweeps;
    private final ObjectProvider<StoredEvents> events;
    private final SchedulerClient client;
    private Optional<Scheduler> scheduler = Optional.empty();
    private Set<String> jobTypes = Set.of();

    /** Handlers, sweeps and listeners may themselves enqueue, so they are looked up when the engine starts. */
    Engine(
            DataSource dataSource,
            DatabaseUrl url,
            JobsProperties properties,
            Installation installation,
            DSLContext jooq,
            Clock clock,
            ObjectProvider<JobHandler> handlers,
            ObjectProvider<Sweep> sweeps,
            ObjectProvider<StoredEvents> events) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.url = url;
        this.properties = properties;
        this.installation = installation;
        this.jooq = jooq;
        this.clock = clock;
        this.handlers = handlers;
        this.sweeps = sweeps;
        this.events = events;
        this.client = SchedulerClient.Builder.create(this.dataSource)
                .serializer(new JsonSerializer())
                .jdbcCustomization(customization())
                .build();
    }

    SchedulerClient client() {
        return client;
    }

    /** Looks for due work at once instead of at the next poll. */
    synchronized void wake() {
        scheduler.ifPresent(Scheduler::triggerCheckForDueExecutions);
    }

    synchronized boolean isJob(String task) {
        return jobTypes.contains(task);
    }

    @Override
    public synchronized void start() {
        jobTypes = handlers.stream().map(JobHandler::type).collect(Collectors.toSet());
        if (!installation.role().works()) {
            return;
        }
        releaseAbandoned();
        var tasks = new Tasks(client, clock);
        var builder = Scheduler.create(dataSource, tasks.all(handlers.stream().toList(), events.getObject()))
                .startTasks(tasks.recurring(sweeps.stream().toList()))
                .serializer(new JsonSerializer())
                .jdbcCustomization(customization())
                .schedulerName(new SchedulerName.Fixed(nodeName()))
                .threads(properties.workers())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(properties.poll())
                .heartbeatInterval(properties.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WAIT);
        var started = polling(builder).build();
        started.start();
        scheduler = Optional.of(started);
    }

    /** SQLite cannot lock rows for a fetch; its one writer makes picking one by one just as safe. */
    private SchedulerBuilder polling(SchedulerBuilder builder) {
        return switch (url) {
            case DatabaseUrl.Sqlite _ -> builder.pollUsingFetchAndLockOnExecute(0.5, 3.0);
            case DatabaseUrl.Postgres _ -> builder.pollUsingLockAndFetch(0.5, 1.0);
        };
    }

    /** Only one process opens an SQLite file, so whatever is picked there was picked by one that died. */
    private void releaseAbandoned() {
        if (url instanceof DatabaseUrl.Sqlite) {
            jooq.execute("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null"
                    + " where picked");
        }
    }

    private static String nodeName() {
        return ProcessHandle.current().pid() + "@" + System.getenv().getOrDefault("HOSTNAME", "localhost");
    }

    private JdbcCustomization customization() {
        return switch (url) {
            case DatabaseUrl.Sqlite _ -> new SqliteCustomization();
            case DatabaseUrl.Postgres _ -> new PostgreSqlJdbcCustomization(false, true);
        };
    }

    @Override
    public synchronized void stop() {
        scheduler.ifPresent(Scheduler::stop);
        scheduler = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler.isPresent();
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }
}
