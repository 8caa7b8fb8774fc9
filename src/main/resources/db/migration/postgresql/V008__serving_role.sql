-- Why: the owner migrates; the server works as a role that owns nothing and can alter nothing.
do $$
begin
    if not exists (select from pg_roles where rolname = '${servingRole}') then
        create role ${servingRole} nologin nobypassrls;
    end if;
exception when duplicate_object or unique_violation then
    null;
end $$;
grant ${servingRole} to current_user;
grant usage on schema ${flyway:defaultSchema} to ${servingRole};
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to ${servingRole};
alter default privileges in schema ${flyway:defaultSchema} grant select, insert, update, delete on tables to ${servingRole};
revoke insert, update, delete on flyway_schema_history from ${servingRole};
revoke update, delete on audit_entry from ${servingRole};
