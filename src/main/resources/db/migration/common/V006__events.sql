-- Why: news is stored in the transaction it tells of; its place in the tenant's one order comes after the commit.
create table stored_event (
    tenant_id ${uuid} not null references tenant (id),
    id ${uuid} not null,
    type varchar(100) not null,
    project_id ${uuid},
    actor_kind varchar(20) not null,
    actor_id ${uuid} not null,
    actor_name varchar(254) not null,
    request varchar(100) not null,
    payload_json text not null,
    occurred_at ${instant} not null,
    stream_seq bigint,
    primary key (tenant_id, id),
    unique (tenant_id, stream_seq)
);
create index stored_event_unplaced on stored_event (id) where stream_seq is null;

create table stream_position (
    tenant_id ${uuid} not null references tenant (id),
    last_seq bigint not null,
    primary key (tenant_id)
);
