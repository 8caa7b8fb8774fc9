package com.fabricadeagentes.database.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JudgeTest {

    private final Judge judge = new Judge(Set.of("story", "task", "label"));

    static final List<String> BOUND = List.of(
            "select * from story where tenant_id = ?",
            "select s.id from story s where s.tenant_id = ? and s.title = ?",
            "select s.id from \"story\" as \"s\" where \"s\".\"tenant_id\" = cast(? as uuid)",
            "select * from public.story where story.tenant_id = ?::uuid",
            "select * from story where ? = tenant_id",
            "select * from story where (tenant_id = ? and (title = 'a' or title = 'b'))",
            "select * from story where tenant_id = '0190a000-0000-7000-8000-000000000001'",
            "select * from story s join task t on t.tenant_id = s.tenant_id and t.story_id = s.id where s.tenant_id = ?",
            "select * from story s join task t on (t.tenant_id, t.story_id) = (s.tenant_id, s.id) where t.tenant_id = ?",
            "select * from story s join task t using (tenant_id) where s.tenant_id = ?",
            "select * from story s natural join task t where s.tenant_id = ?",
            "select * from story s, task t where s.tenant_id = t.tenant_id and t.tenant_id = ?",
            "select * from story s left join task t on t.tenant_id = s.tenant_id where s.tenant_id = ?",
            "select * from story s right join task t on t.tenant_id = s.tenant_id where t.tenant_id = ?",
            "select * from story s full join task t on s.id = t.story_id where s.tenant_id = ? and t.tenant_id = ?",
            "select * from story s left join (task t join label l on l.tenant_id = t.tenant_id)"
                    + " on t.tenant_id = s.tenant_id where s.tenant_id = ?",
            "select * from story s where s.tenant_id = ? and exists"
                    + " (select 1 from task t where t.tenant_id = s.tenant_id and t.story_id = s.id)",
            "select (select count(*) from task t where t.tenant_id = s.tenant_id) from story s where s.tenant_id = ?",
            "select * from story s where (s.tenant_id, s.id) = (?, ?)",
            "select * from story where tenant_id = ? and id in (select story_id from task where tenant_id = ?)",
            "select * from story s, lateral (select 1 from task t where t.tenant_id = s.tenant_id) x where s.tenant_id = ?",
            "select * from (select * from story where tenant_id = ?) s join task t on t.tenant_id = s.tenant_id",
            "with s as (select id, tenant_id from story where tenant_id = ?) select * from s join task t on t.tenant_id = s.tenant_id",
            "with s (a, tenant_id) as (select id, tenant_id from story where tenant_id = ?)"
                    + " select * from task t join s on t.tenant_id = s.tenant_id",
            "with recursive r as (select id, tenant_id from story where tenant_id = ? union all"
                    + " select s.id, s.tenant_id from story s join r on s.tenant_id = r.tenant_id and s.parent_id = r.id)"
                    + " select * from r",
            "with story as (select * from task where tenant_id = ?) select * from story",
            "with d as (delete from task where tenant_id = ? returning id, tenant_id) select * from d",
            "select id from story where tenant_id = ? union all select id from task where tenant_id = ?",
            "select * from story where tenant_id = ? order by id limit ? offset ?",
            "select * from story where tenant_id = ? for update skip locked",
            "select * from story where tenant_id = ?;",
            "select * from story where tenant_id = ? -- a comment; with a semicolon",
            "insert into story (id, tenant_id) values (?, ?)",
            "insert into story (id, tenant_id) values (?, ?), (?, cast(? as uuid)) returning id",
            "insert into story (id, tenant_id) select t.id, t.tenant_id from task t where t.tenant_id = ?",
            "insert into story (id, tenant_id) select ?, ? where not exists (select 1 from task where tenant_id = ?)",
            "insert into story (id, tenant_id) values (?, ?) on conflict (tenant_id, id) do update set title = excluded.title",
            "insert into story (id, tenant_id) values (?, ?) on conflict do nothing",
            "insert into `story` (`id`, `tenant_id`) values (?, ?) on conflict (`tenant_id`, `id`) do update set `title` = ?",
            "update `story` set `title` = ? from `task` where (`task`.`tenant_id` = `story`.`tenant_id`"
                    + " and `story`.`tenant_id` = ?)",
            "delete from `story` where `story`.`tenant_id` = ?",
            "select * from (select id, tenant_id from story where tenant_id = ?) as `s` (`a`, `tenant_id`)"
                    + " join task t on t.tenant_id = `s`.`tenant_id`",
            "update story set title = ? where tenant_id = ? and id = ?",
            "update story set title = t.title from task t where t.tenant_id = story.tenant_id and story.tenant_id = ?",
            "update story as s set title = (select title from task t where t.tenant_id = s.tenant_id) where s.tenant_id = ?",
            "delete from story where tenant_id = ? and id = ?",
            "delete from story using task t where story.tenant_id = t.tenant_id and t.tenant_id = ?");

    static final List<String> REFUSED = List.of(
            "select * from story",
            "select * from story where id = ?",
            "select * from story where tenant_id = ? or 1 = 1",
            "select * from story where not tenant_id = ?",
            "select * from story where tenant_id in (?, ?)",
            "select * from story where tenant_id <> ?",
            "select * from story where case when tenant_id = ? then 1 else 1 end = 1",
            "select * from story where tenant_id = tenant_id",
            "select * from story where coalesce(tenant_id, ?) = ?",
            "select * from story s join task t on t.story_id = s.id where s.tenant_id = ?",
            "select * from story s join task t on t.story_id = s.id where tenant_id = ?",
            "select * from story s left join task t on s.tenant_id = ? and t.tenant_id = ?",
            "select * from story s right join task t on t.tenant_id = ? where s.tenant_id = ?",
            "select * from story s full join task t on s.tenant_id = t.tenant_id where s.tenant_id = ?",
            "select * from story s join task t on s.tenant_id = t.tenant_id",
            "select * from story s join task t using (id) where s.tenant_id = ?",
            "select * from story s where s.tenant_id = ? and exists (select 1 from task t where t.story_id = s.id)",
            "select (select count(*) from task) from story where tenant_id = ?",
            "select * from story where tenant_id = ? order by (select max(id) from task)",
            "select count(*) filter (where exists (select 1 from task)) from story where tenant_id = ?",
            "select coalesce((select max(id) from task), 0) from story where tenant_id = ?",
            "select id from story where tenant_id = ? group by id having count(*) > (select count(*) from task)",
            "select sum(id) over (order by (select max(id) from task)) from story where tenant_id = ?",
            "select * from story where tenant_id = ? limit (select count(*) from task)",
            "select * from story where tenant_id = ? and id in task",
            "select * from story where tenant_id = ? union select * from task",
            "select * from (select * from story) s where s.tenant_id = ?",
            "with s as (select * from story) select * from s where s.tenant_id = ?",
            "with s as (select ? as x from story where tenant_id = ?) select * from task t join s on t.tenant_id = s.tenant_id",
            "select * from (with task as (select 1 as x) select * from task) a, task",
            "with recursive r as (select id, tenant_id from story where tenant_id = ? union all"
                    + " select r.id, null from r join story s on s.tenant_id = r.tenant_id) select * from r",
            "with d as (delete from task returning id) select * from d",
            "select * from story as s (a, tenant_id) where s.tenant_id = ?",
            "table story",
            "insert into story values (?, ?)",
            "insert into story (id) values (?)",
            "insert into story (id, tenant_id) values (?, ?), (?, (select tenant_id from task))",
            "insert into story (id, tenant_id) select id, tenant_id from task",
            "insert into story (id, tenant_id) select id, other from task where tenant_id = ?",
            "insert into story (id, tenant_id) values (?, ?) on conflict (id) do update set title = excluded.title",
            "insert into story (id, tenant_id) values (?, ?) on conflict on constraint pk do update set title = 'a'",
            "insert into story (id, tenant_id) values (?, ?) on conflict (tenant_id, id) do update set tenant_id = ?",
            "insert into story (id, tenant_id) values (?, ?) returning (select count(*) from task)",
            "insert or replace into story (id, tenant_id) values (?, ?)",
            "replace into story (id, tenant_id) values (?, ?)",
            "insert into note (id) select id from story",
            "update story set title = ?",
            "update story set title = ? where id = ?",
            "update story set tenant_id = ? where tenant_id = ?",
            "update story set title = t.title from task t where story.tenant_id = ?",
            "update story set title = (select title from task) where tenant_id = ?",
            "delete from story",
            "delete from story using task t where story.tenant_id = ?",
            "truncate table story",
            "drop table story",
            "alter table story add column x text",
            "create table copy as select * from story",
            "copy story to stdout",
            "merge into story s using task t on s.id = t.id when matched then delete",
            "select 1; delete from story where tenant_id = ?",
            "select * from story where tenant_id = ?; select * from story",
            "select * from story where tenant_id = ?; pragma foreign_keys = off",
            "select * from story where tenant_id = ? select * from story",
            // what jOOQ sends on SQLite after an insert with returning
            "select `id` from `story` where _rowid_ = last_insert_rowid()",
            "select * from \"Story\"",
            "select * from [story]",
            "select * from U&\"\\0073tory\"",
            "explain select * from story");

    static final List<String> FREE = List.of(
            "pragma journal_mode = wal",
            "begin immediate",
            "select set_config('app.tenant_id', ?, true)",
            "select * from tenant where id = ?",
            "select * from history where id = ?",
            "vacuum into 'backup.db'",
            "attach database 'other.db' as other");

    @ParameterizedTest
    @FieldSource("BOUND")
    void what_ties_every_table_to_the_tenant_is_bound(String sql) {
        assertThat(judge.judge(sql)).isInstanceOf(Verdict.Bound.class);
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void what_could_reach_another_tenant_is_refused(String sql) {
        assertThat(judge.judge(sql)).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @FieldSource("FREE")
    void what_touches_no_tenants_table_is_free(String sql) {
        assertThat(judge.judge(sql)).isInstanceOf(Verdict.Free.class);
    }

    @Test
    void parameters_are_counted_as_jdbc_counts_them() {
        assertThat(judge.judge("with s as (select id from story where title = ? and tenant_id = ?)"
                        + " select ? from s join task t on t.tenant_id = ? limit ?"))
                .isInstanceOfSatisfying(
                        Verdict.Bound.class,
                        bound -> assertThat(bound.ties())
                                .containsExactlyInAnyOrder(new Tie.Parameter(2), new Tie.Parameter(4)));
    }

    @Test
    void each_row_of_an_insert_gives_its_own_tie() {
        assertThat(judge.judge("insert into story (id, tenant_id) values (?, ?), (?, ?)"))
                .isInstanceOfSatisfying(
                        Verdict.Bound.class,
                        bound -> assertThat(bound.ties())
                                .containsExactlyInAnyOrder(new Tie.Parameter(2), new Tie.Parameter(4)));
    }
}
