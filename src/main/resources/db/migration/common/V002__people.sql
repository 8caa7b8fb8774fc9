-- Why: people sign in, stay signed in by refresh tokens that work once, and let machines in by API keys.
create table person (
    tenant_id ${uuid} not null references tenant (id),
    id ${uuid} not null,
    email varchar(254) not null,
    name varchar(200) not null,
    password_hash varchar(200),
    role varchar(40) not null,
    version bigint not null,
    created_at ${instant} not null,
    created_by ${uuid} not null,
    updated_at ${instant} not null,
    updated_by ${uuid} not null,
    deleted_at ${instant},
    primary key (tenant_id, id),
    unique (tenant_id, email)
);
create index person_by_email on person (email);

create table refresh_token (
    tenant_id ${uuid} not null,
    id ${uuid} not null,
    person_id ${uuid} not null,
    family_id ${uuid} not null,
    secret_hash varchar(64) not null unique,
    created_at ${instant} not null,
    expires_at ${instant} not null,
    used_at ${instant},
    revoked_at ${instant},
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index refresh_token_by_family on refresh_token (tenant_id, family_id);

create table api_key (
    tenant_id ${uuid} not null,
    id ${uuid} not null,
    person_id ${uuid} not null,
    name varchar(100) not null,
    hint varchar(12) not null,
    secret_hash varchar(64) not null unique,
    created_at ${instant} not null,
    created_by ${uuid} not null,
    expires_at ${instant},
    last_used_at ${instant},
    revoked_at ${instant},
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index api_key_by_person on api_key (tenant_id, person_id);
