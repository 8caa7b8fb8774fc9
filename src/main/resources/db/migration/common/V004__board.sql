-- Why: the board: projects, epics, sprints, stories and their tasks.
create table project (
    tenant_id ${uuid} not null references tenant (id),
    id ${uuid} not null,
    project_key varchar(10) not null,
    name varchar(200) not null,
    description text not null,
    stack varchar(20) not null,
    repository_url varchar(1000),
    merge_mode varchar(20) not null,
    max_retries integer,
    max_turns integer,
    max_run_minutes integer,
    max_run_cents integer,
    repository_status varchar(20) not null,
    repository_error text,
    last_story_number bigint not null,
    board_version bigint not null,
    version bigint not null,
    created_at ${instant} not null,
    created_by ${uuid} not null,
    updated_at ${instant} not null,
    updated_by ${uuid} not null,
    deleted_at ${instant},
    primary key (tenant_id, id),
    unique (tenant_id, project_key)
);

create table epic (
    tenant_id ${uuid} not null,
    id ${uuid} not null,
    project_id ${uuid} not null,
    title varchar(500) not null,
    description text not null,
    color varchar(20),
    version bigint not null,
    created_at ${instant} not null,
    created_by ${uuid} not null,
    updated_at ${instant} not null,
    updated_by ${uuid} not null,
    deleted_at ${instant},
    primary key (tenant_id, id),
    foreign key (tenant_id, project_id) references project (tenant_id, id)
);
create index epic_by_project on epic (tenant_id, project_id);

create table sprint (
    tenant_id ${uuid} not null,
    id ${uuid} not null,
    project_id ${uuid} not null,
    name varchar(200) not null,
    goal text not null,
    status varchar(20) not null,
    starts_on varchar(10),
    ends_on varchar(10),
    version bigint not null,
    created_at ${instant} not null,
    created_by ${uuid} not null,
    updated_at ${instant} not null,
    updated_by ${uuid} not null,
    deleted_at ${instant},
    primary key (tenant_id, id),
    foreign key (tenant_id, project_id) references project (tenant_id, id)
);
create index sprint_by_project on sprint (tenant_id, project_id);

create table story (
    tenant_id ${uuid} not null,
    id ${uuid} not null,
    project_id ${uuid} not null,
    number bigint not null,
    story_key varchar(30) not null,
    title varchar(500) not null,
    description text not null,
    acceptance_criteria_json text not null,
    points integer,
    priority varchar(20),
    epic_id ${uuid},
    sprint_id ${uuid},
    status varchar(20) not null,
    position integer not null,
    blocked boolean not null,
    planning varchar(20) not null,
    text_version bigint not null,
    version bigint not null,
    created_at ${instant} not null,
    created_by ${uuid} not null,
    updated_at ${instant} not null,
    updated_by ${uuid} not null,
    deleted_at ${instant},
    primary key (tenant_id, id),
    unique (tenant_id, project_id, number),
    unique (tenant_id, story_key),
    foreign key (tenant_id, project_id) references project (tenant_id, id),
    foreign key (tenant_id, epic_id) references epic (tenant_id, id),
    foreign key (tenant_id, sprint_id) references sprint (tenant_id, id)
);
create index story_by_column on story (tenant_id, project_id, status, position);

create table task (
    tenant_id ${uuid} not null,
    id ${uuid} not null,
    story_id ${uuid} not null,
    type varchar(20) not null,
    title varchar(500) not null,
    description text not null,
    status varchar(20) not null,
    agent_type varchar(40) not null,
    position integer not null,
    version bigint not null,
    created_at ${instant} not null,
    created_by ${uuid} not null,
    updated_at ${instant} not null,
    updated_by ${uuid} not null,
    deleted_at ${instant},
    primary key (tenant_id, id),
    foreign key (tenant_id, story_id) references story (tenant_id, id)
);
create index task_by_story on task (tenant_id, story_id, position);
