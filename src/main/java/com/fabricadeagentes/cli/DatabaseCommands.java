package com.fabricadeagentes.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fabricadeagentes.database.Migrations;
import java.nio.file.Path;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

@Command(name = "db", description = "The database", synopsisSubcommandLabel = "COMMAND")
final class DatabaseCommands {

    private final Context context;

    DatabaseCommands(Context context) {
        this.context = context;
    }

    @Command(description = "Bring the schema up to date, as the start of the server would")
    void migrate() {
        onlyWarnings();
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

    /** What the migrations log belongs into a server's log; here the last line says it all. */
    private static void onlyWarnings() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private Migrations migrations() {
        var home = Path.of(context.given("FACTORY_HOME").orElse("data"));
        var role = context.given("DATABASE_SERVING_ROLE").orElse(Migrations.SERVING_ROLE);
        return Migrations.of(context.given("DATABASE_URL").orElse(null), home, role);
    }
}
