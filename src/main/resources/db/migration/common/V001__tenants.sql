-- Why: everything belongs to a tenant; the first row of the platform.
create table tenant (
    id ${uuid} not null primary key,
    slug varchar(63) not null unique,
    name varchar(200) not null,
    created_at ${instant} not null
);

-- Why: work across tenants is seen by auditors, by reason.
create table platform_work (
    id ${uuid} not null primary key,
    reason varchar(200) not null unique,
    first_at ${instant} not null,
    last_at ${instant} not null,
    uses bigint not null
);
