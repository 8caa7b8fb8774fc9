package com.fabricadeagentes.support;

import com.fabricadeagentes.kernel.Ids;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** One real PostgreSQL for the whole test run; each caller gets a database of its own in it. */
public final class Postgres {

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();
    }

    private Postgres() {}

    /** A new, empty database, as a {@code DATABASE_URL}. */
    public static String newDatabase() {
        var name = "t_" + Ids.next().toString().replace("-", "");
        try (var connection = Holder.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
        return "postgresql://postgres:postgres@localhost:" + Holder.SERVER.getPort() + "/" + name;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
