-- Why: db-scheduler's table; its instants are epoch milliseconds here.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data blob,
    execution_time integer not null,
    picked boolean not null,
    picked_by text,
    last_success integer,
    last_failure integer,
    consecutive_failures integer,
    last_heartbeat integer,
    version integer not null,
    priority integer,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
