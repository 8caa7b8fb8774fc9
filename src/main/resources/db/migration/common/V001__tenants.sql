-- Why: everything belongs to a tenant; the first row of the platform.
create table tenant (
    id ${uuid} not null primary key,
    slug varchar(63) not null unique,
    name varchar(200) not null,
    created_at ${instant} not null
);
