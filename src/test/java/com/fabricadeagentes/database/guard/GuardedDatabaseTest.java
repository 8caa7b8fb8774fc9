package com.fabricadeagentes.database.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class GuardedDatabaseTest {

    private static final UUID ACME = UUID.fromString("0190a000-0000-7000-8000-00000000000a");
    private static final UUID GLOBEX = UUID.fromString("0190a000-0000-7000-8000-00000000000b");

    abstract static class OnBoth {

        private final Table<Record> story = table(name("story"));
        private final Table<Record> task = table(name("task"));
        private final Field<UUID> storyTenant = field(name("story", "tenant_id"), UUID.class);
        private final Field<UUID> taskTenant = field(name("task", "tenant_id"), UUID.class);
        private final Field<Integer> storyId = field(name("story", "id"), Integer.class);
        private final Field<Integer> taskStory = field(name("task", "story_id"), Integer.class);
        private final Field<UUID> tenantId = field(name("tenant_id"), UUID.class);
        private final Field<Integer> id = field(name("id"), Integer.class);
        private final Field<String> title = field(name("title"), String.class);

        private final AtomicReference<Optional<UUID>> bound = new AtomicReference<>(Optional.of(ACME));
        private boolean crossing;
        private DataSource guarded;
        private DSLContext db;

        abstract DataSource open() throws Exception;

        abstract SQLDialect dialect();

        @BeforeEach
        void rows_of_two_tenants() throws Exception {
            DataSource open = open();
            String uuid = dialect() == SQLDialect.POSTGRES ? "uuid" : "text";
            try (var connection = open.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create table story (tenant_id " + uuid
                        + " not null, id int not null, title text, primary key (tenant_id, id))");
                statement.execute("create table task (tenant_id " + uuid + " not null, id int, story_id int)");
                for (UUID tenant : List.of(ACME, GLOBEX)) {
                    statement.execute("insert into story values ('" + tenant + "', 1, 'Login')");
                    statement.execute("insert into task values ('" + tenant + "', 1, 1)");
                }
            }
            guarded = ProxyDataSourceBuilder.create(open)
                    .listener(new TenantGuard(Set.of("story", "task"), bound::get, () -> crossing))
                    .build();
            db = DSL.using(guarded, dialect());
        }

        @Test
        void what_jooq_renders_with_the_predicate_passes() {
            assertThat(db.fetchCount(story, storyTenant.eq(ACME))).isOne();
            assertThat(db.select(storyId)
                            .from(story)
                            .join(task)
                            .on(taskTenant.eq(storyTenant).and(taskStory.eq(storyId)))
                            .where(storyTenant.eq(ACME))
                            .orderBy(storyId)
                            .limit(5)
                            .offset(0)
                            .fetch())
                    .hasSize(1);
            assertThat(db.select(storyId)
                            .from(story)
                            .where(DSL.row(storyTenant, storyId).eq(ACME, 1))
                            .andExists(DSL.selectOne().from(task).where(taskTenant.eq(storyTenant)))
                            .fetch())
                    .hasSize(1);
            assertThat(db.select(storyId)
                            .from(story)
                            .where(storyTenant.eq(ACME))
                            .unionAll(DSL.select(taskStory).from(task).where(taskTenant.eq(ACME)))
                            .fetch())
                    .hasSize(2);
            var mine =
                    name("mine").as(DSL.select(storyId, storyTenant).from(story).where(storyTenant.eq(ACME)));
            assertThat(db.with(mine)
                            .select(taskStory)
                            .from(task)
                            .join(mine)
                            .on(taskTenant.eq(field(name("mine", "tenant_id"), UUID.class)))
                            .fetch())
                    .hasSize(1);
            if (dialect() == SQLDialect.POSTGRES) {
                assertThat(db.selectFrom(story)
                                .where(storyTenant.eq(ACME))
                                .forUpdate()
                                .of(story)
                                .fetch())
                        .hasSize(1);
            }
        }

        @Test
        void what_jooq_changes_within_the_tenant_passes() {
            assertThat(db.insertInto(story, tenantId, id, title)
                            .values(ACME, 1, "Sign in")
                            .values(ACME, 2, "Sign out")
                            .onConflict(tenantId, id)
                            .doUpdate()
                            .set(title, DSL.excluded(title))
                            .execute())
                    .isEqualTo(2);
            if (dialect() == SQLDialect.POSTGRES) {
                assertThat(db.insertInto(story, tenantId, id)
                                .values(ACME, 3)
                                .returning(id)
                                .fetch())
                        .hasSize(1);
            }
            assertThat(db.update(story)
                            .set(title, "Done")
                            .from(task)
                            .where(taskTenant.eq(storyTenant))
                            .and(taskStory.eq(storyId))
                            .and(storyTenant.eq(ACME))
                            .execute())
                    .isOne();
            assertThat(db.deleteFrom(story)
                            .where(storyTenant.eq(ACME).and(storyId.le(2)))
                            .returning(storyId)
                            .fetch())
                    .hasSize(2);
            crossing = true;
            assertThat(db.fetchCount(story, tenantId.eq(GLOBEX))).isOne();
        }

        @Test
        void a_lost_predicate_or_join_is_refused() {
            refuses(() -> db.selectFrom(story).fetch());
            refuses(() -> db.select(storyId)
                    .from(story)
                    .join(task)
                    .on(taskStory.eq(storyId))
                    .where(storyTenant.eq(ACME))
                    .fetch());
            refuses(() -> db.deleteFrom(story).where(storyId.eq(1)).execute());
        }

        @Test
        void another_tenants_value_is_refused() {
            refuses(() -> db.selectFrom(story).where(storyTenant.eq(GLOBEX)).fetch());
            refuses(() -> db.insertInto(story, tenantId, id).values(GLOBEX, 9).execute());
            refuses(() -> db.selectFrom(story)
                    .where(storyTenant.eq(DSL.val(null, UUID.class)))
                    .fetch());
        }

        @Test
        void with_no_tenant_bound_only_the_platforms_own_work_passes() {
            bound.set(Optional.empty());
            refuses(() -> db.selectFrom(story).where(storyTenant.eq(ACME)).fetch());
            crossing = true;
            assertThat(db.fetchCount(story)).isEqualTo(2);
        }

        @Test
        void a_raw_statement_is_judged_by_its_literals() throws SQLException {
            try (var connection = guarded.getConnection();
                    var statement = connection.createStatement()) {
                assertThat(statement
                                .executeQuery("select * from story where tenant_id = '" + ACME + "'")
                                .next())
                        .isTrue();
                refuses(() -> statement.executeQuery("select * from story where tenant_id = '" + GLOBEX + "'"));
                refuses(() -> statement.executeQuery("select * from story"));
            }
        }

        @Test
        void a_batch_with_one_wrong_row_is_refused_whole() throws SQLException {
            try (Connection connection = guarded.getConnection();
                    var insert = connection.prepareStatement("insert into story (tenant_id, id) values (?, ?)")) {
                for (UUID tenant : List.of(ACME, GLOBEX)) {
                    insert.setObject(1, dialect() == SQLDialect.POSTGRES ? tenant : tenant.toString());
                    insert.setInt(2, 7);
                    insert.addBatch();
                }
                refuses(insert::executeBatch);
            }
            assertThat(db.fetchCount(story, storyTenant.eq(ACME))).isOne();
        }

        private static void refuses(ThrowingCallable work) {
            assertThatThrownBy(work)
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isInstanceOf(GuardRefusal.class),
                            thrown -> assertThat(thrown).hasRootCauseInstanceOf(GuardRefusal.class));
        }
    }

    @Nested
    class OnSqlite extends OnBoth {

        @TempDir
        Path directory;

        @Override
        DataSource open() {
            var source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + directory.resolve("guard.db"));
            return source;
        }

        @Override
        SQLDialect dialect() {
            return SQLDialect.SQLITE;
        }
    }

    @Nested
    class OnPostgres extends OnBoth {

        private static EmbeddedPostgres server;

        @BeforeAll
        static void start() throws IOException {
            server = EmbeddedPostgres.start();
        }

        @AfterAll
        static void stop() throws IOException {
            server.close();
        }

        @AfterEach
        void drop() throws SQLException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("drop table story, task");
            }
        }

        @Override
        DataSource open() {
            return server.getPostgresDatabase();
        }

        @Override
        SQLDialect dialect() {
            return SQLDialect.POSTGRES;
        }
    }
}
