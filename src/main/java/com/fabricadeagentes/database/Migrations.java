package com.fabricadeagentes.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the schema up to date, as the owner, before anything is served. */
public final class Migrations {

    private final DataSources dataSources;
    private final DatabaseUrl url;
    private final String servingRole;

    Migrations(DataSources dataSources, DatabaseUrl url, String servingRole) {
        this.dataSources = dataSources;
        this.url = url;
        this.servingRole = servingRole;
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
