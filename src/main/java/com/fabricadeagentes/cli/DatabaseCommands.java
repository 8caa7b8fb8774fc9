package com.fabricadeagentes.cli;

import com.fabricadeagentes.database.Migrations;
import java.nio.file.Path;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine.Command;

@Command(name = "db", description = "The database", synopsisSubcommandLabel = "COMMAND")
final class DatabaseCommands {

    private final Context context;

    DatabaseCommands(Context context) {
        this.context = context;
    }

    @Command(description = "Bring the schema up to date, as the start of the server would")
    void migrate() {
        try {
            var result = migrations().run();
            var version = Objects.requireNonNullElse(result.targetSchemaVersion, result.initialSchemaVersion);
            context.terminal()
                    .say("The schema is at version %s; %d migrations were needed"
                            .formatted(version, result.migrationsExecuted));
        } catch (FlywayException | IllegalArgumentException refused) {
            throw new Trouble("The schema could not be brought up to date: " + refused.getMessage());
        }
    }

    private Migrations migrations() {
        var home = Path.of(context.given("FACTORY_HOME").orElse("data"));
        var role = context.given("DATABASE_SERVING_ROLE").orElse(Migrations.SERVING_ROLE);
        return Migrations.of(context.given("DATABASE_URL").orElse(null), home, role);
    }
}
