package com.fabricadeagentes.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "project", description = "Projects", synopsisSubcommandLabel = "COMMAND")
final class ProjectCommands {

    private static final String PATH = "/api/v1/projects";

    private final Context context;

    ProjectCommands(Context context) {
        this.context = context;
    }

    @Command(description = "Begin a project: a skeleton of a stack, or a repository that exists")
    void add(
            @Parameters(paramLabel = "KEY", description = "2 to 10 capital letters and digits, as SHOP") String key,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--stack", description = "java, node or python") @Nullable String stack,
            @Option(names = "--repository-url") @Nullable String repositoryUrl,
            @Option(names = "--merge", description = "automatic or review") @Nullable String merge) {
        var project = new LinkedHashMap<String, Object>(Map.of("key", key, "name", name));
        putGiven(project, "stack", stack);
        putGiven(project, "repository_url", repositoryUrl);
        putGiven(project, "merge", merge);
        var made = context.session().post(PATH, project);
        context.terminal().say(made.path("key").asString("") + " is there");
    }

    @Command(description = "List the projects")
    void list() {
        for (var project : context.session().all(PATH, Map.of())) {
            var line = "%-10s  %-6s  %-9s  %s"
                    .formatted(
                            project.path("key").asString(""),
                            project.path("stack").asString(""),
                            project.path("merge").asString(""),
                            Text.line(project.path("name").asString(""), 100));
            context.terminal().say(line);
        }
    }

    private static void putGiven(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
