package com.fabricadeagentes.database;

import com.fabricadeagentes.database.guard.TenantGuard;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Opens the pools. SQLite has one writer, whose transactions begin at once (IMMEDIATE, so that a reader never has to
 * become a writer and fail), and several readers; PostgreSQL's connections take the serving role. All stand behind the
 * guard.
 */
final class DataSources {

    private static final Duration BUSY = Duration.ofSeconds(10);

    private final DatabaseUrl url;
    private final DatabaseProperties properties;

    DataSources(DatabaseUrl url, DatabaseProperties properties) {
        this.url = url;
        this.properties = properties;
    }

    /** For migrations: the owner, unguarded, closed after use. */
    HikariDataSource owner() {
        return switch (url) {
            case DatabaseUrl.Sqlite sqlite -> sqlitePool(sqlite, "owner", 1, false);
            case DatabaseUrl.Postgres postgres -> postgresPool(postgres, "owner", 2);
        };
    }

    /** For everything else. */
    DataSource serving(TenantGuard guard) {
        return switch (url) {
            case DatabaseUrl.Sqlite sqlite -> {
                var routed = new LazyConnectionDataSourceProxy(guarded(sqlitePool(sqlite, "writer", 1, false), guard));
                routed.setReadOnlyDataSource(
                        guarded(sqlitePool(sqlite, "readers", properties.connections(), true), guard));
                routed.setDefaultAutoCommit(true);
                yield routed;
            }
            case DatabaseUrl.Postgres postgres -> {
                var pool = postgresPool(postgres, "serving", properties.connections());
                pool.setConnectionInitSql("set role " + properties.servingRole());
                yield guarded(pool, guard);
            }
        };
    }

    private static DataSource guarded(DataSource pool, TenantGuard guard) {
        return ProxyDataSourceBuilder.create(pool).listener(guard).build();
    }

    private static HikariDataSource sqlitePool(DatabaseUrl.Sqlite sqlite, String name, int size, boolean readOnly) {
        makeRoom(sqlite);
        var pragmas = new Properties();
        pragmas.putAll(Map.of(
                "journal_mode", "WAL",
                "synchronous", "FULL",
                "busy_timeout", String.valueOf(BUSY.toMillis()),
                "foreign_keys", "true",
                "transaction_mode", readOnly ? "DEFERRED" : "IMMEDIATE"));
        if (readOnly) {
            pragmas.put("query_only", "true");
        }
        var pool = pool(sqlite.jdbc(), name, size);
        pool.setDataSourceProperties(pragmas);
        return pool;
    }

    private static HikariDataSource postgresPool(DatabaseUrl.Postgres postgres, String name, int size) {
        var pool = pool(postgres.jdbc(), name, size);
        if (postgres.user() != null) {
            pool.setUsername(postgres.user());
        }
        if (postgres.password() != null) {
            pool.setPassword(postgres.password());
        }
        return pool;
    }

    private static HikariDataSource pool(String jdbc, String name, int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(jdbc);
        pool.setPoolName(name);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static void makeRoom(DatabaseUrl.Sqlite sqlite) {
        var parent = sqlite.file().toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (java.io.IOException cause) {
            throw new java.io.UncheckedIOException("cannot create " + parent + " for the database file", cause);
        }
    }
}
