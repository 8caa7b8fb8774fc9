-- Why: a run is the fold of its events; the row is their summary for lists, and carries the fencing token of its lease.
create table run (
    tenant_id ${uuid} not null,
    id ${uuid} not null,
    project_id ${uuid} not null,
    story_id ${uuid} not null,
    status varchar(20) not null,
    phase varchar(20),
    attempt integer not null,
    needs varchar(20),
    question text,
    provider varchar(40),
    model varchar(100),
    commit_sha varchar(64),
    branch varchar(100),
    base_sha varchar(64),
    tree_sha varchar(64),
    input_tokens bigint not null,
    output_tokens bigint not null,
    cache_read_tokens bigint not null,
    cache_write_tokens bigint not null,
    cost_micros bigint,
    error text,
    committing boolean not null,
    fencing bigint not null,
    last_seq integer not null,
    started_at ${instant},
    finished_at ${instant},
    version bigint not null,
    created_at ${instant} not null,
    created_by ${uuid} not null,
    updated_at ${instant} not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, project_id) references project (tenant_id, id),
    foreign key (tenant_id, story_id) references story (tenant_id, id)
);
create index run_by_story on run (tenant_id, story_id);
create index run_by_status on run (tenant_id, status);
-- At most one run of a story is on its way.
create unique index run_on_its_way on run (tenant_id, story_id) where finished_at is null;

-- data is sealed: it holds prompts and outputs.
create table run_event (
    tenant_id ${uuid} not null,
    id ${uuid} not null,
    run_id ${uuid} not null,
    seq integer not null,
    type varchar(40) not null,
    phase varchar(20),
    occurred_at ${instant} not null,
    data ${bytes} not null,
    primary key (tenant_id, id),
    unique (tenant_id, run_id, seq),
    foreign key (tenant_id, run_id) references run (tenant_id, id)
);

-- Why: green means that every test that passed on main still passes; what passed there is asked of each commit once.
create table test_baseline (
    tenant_id ${uuid} not null,
    project_id ${uuid} not null,
    commit_sha varchar(64) not null,
    tests_json text not null,
    created_at ${instant} not null,
    primary key (tenant_id, project_id, commit_sha),
    foreign key (tenant_id, project_id) references project (tenant_id, id)
);
