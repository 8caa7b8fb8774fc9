-- Why: who changed or was refused what, with the state before and after.
create table audit_entry (
    tenant_id ${uuid} not null references tenant (id),
    id ${uuid} not null,
    recorded_at ${instant} not null,
    actor_kind varchar(20) not null,
    actor_id ${uuid} not null,
    actor_name varchar(254) not null,
    action varchar(60) not null,
    resource_id ${uuid},
    outcome varchar(20) not null,
    before_json text,
    after_json text,
    detail text,
    request varchar(100) not null,
    primary key (tenant_id, id)
);
create index audit_entry_by_resource on audit_entry (tenant_id, resource_id);

-- Why: a retried POST answers as the first did; a row without a status is still in flight.
create table idempotent_request (
    tenant_id ${uuid} not null references tenant (id),
    id ${uuid} not null,
    person_id ${uuid} not null,
    idempotency_key varchar(255) not null,
    fingerprint varchar(64) not null,
    response_status integer,
    response_type varchar(100),
    response_location varchar(500),
    response_body ${bytes},
    created_at ${instant} not null,
    primary key (tenant_id, id),
    unique (tenant_id, person_id, idempotency_key)
);
