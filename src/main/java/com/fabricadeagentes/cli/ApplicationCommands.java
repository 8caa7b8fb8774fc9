package com.fabricadeagentes.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "app",
        description = "The application that a project's main branch makes",
        synopsisSubcommandLabel = "COMMAND")
final class ApplicationCommands {

    private static final String KEY = "The project's key, as SHOP";

    private final Context context;

    ApplicationCommands(Context context) {
        this.context = context;
    }

    @Command(description = "Start it; goes on in the background")
    void start(@Parameters(paramLabel = "PROJECT", description = KEY) String project) {
        var session = context.session();
        show(session, session.post(path(project) + "/start"));
    }

    @Command(description = "Stop it")
    void stop(@Parameters(paramLabel = "PROJECT", description = KEY) String project) {
        var session = context.session();
        show(session, session.post(path(project) + "/stop"));
    }

    @Command(description = "Show whether it runs, and where")
    void status(@Parameters(paramLabel = "PROJECT", description = KEY) String project) {
        var session = context.session();
        show(session, session.get(path(project)));
    }

    private static String path(String project) {
        return "/api/v1/projects/" + Api.part(project) + "/app";
    }

    private void show(Session session, JsonNode application) {
        var terminal = context.terminal();
        terminal.say(application.path("status").asString(""));
        var url = Text.line(application.path("url").asString(""), 500);
        if (!url.isEmpty()) {
            terminal.say(url.startsWith("/") ? session.url() + url : url);
        }
        var error = Text.plain(application.path("error").asString(""));
        if (!error.isEmpty()) {
            terminal.complain(error);
        }
    }
}
