package com.fabricadeagentes.database;

import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/** Brings the schema up to date, as the owner, before anything is served. */
public final class Migrations {

    /** The PostgreSQL role that serves where no other is named. */
    public static final String SERVING_ROLE = "factory_serving";

    private final DataSources dataSources;
    private final DatabaseUrl url;
    private final String servingRole;

    Migrations(DataSources dataSources, DatabaseUrl url, String servingRole) {
        this.dataSources = dataSources;
        this.url = url;
        this.servingRole = servingRole;
    }

    /**
     * For who starts no server.
     *
     * @param databaseUrl {@code DATABASE_URL}; without it, the SQLite file in {@code home}
     * @throws IllegalArgumentException where it is no address of a database
     */
    public static Migrations of(@Nullable String databaseUrl, Path home, String servingRole) {
        var url = databaseUrl == null ? DatabaseUrl.in(home) : DatabaseUrl.parse(databaseUrl);
        var properties = new DatabaseProperties(databaseUrl, 2, servingRole);
        return new Migrations(new DataSources(url, properties), url, servingRole);
    }

    public MigrateResult run() {
        try (var owner = dataSources.owner()) {
            return Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + folder())
                    .placeholders(types())
                    .load()
                    .migrate();
        }
    }

    private String folder() {
        return switch (url) {
            case DatabaseUrl.Sqlite _ -> "sqlite";
            case DatabaseUrl.Postgres _ -> "postgresql";
        };
    }

    private Map<String, String> types() {
        return switch (url) {
            case DatabaseUrl.Sqlite _ ->
                Map.of("uuid", "text", "instant", "text", "bytes", "blob", "servingRole", servingRole);
            case DatabaseUrl.Postgres _ ->
                Map.of("uuid", "uuid", "instant", "timestamptz", "bytes", "bytea", "servingRole", servingRole);
        };
    }
}
