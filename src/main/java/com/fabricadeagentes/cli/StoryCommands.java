package com.fabricadeagentes.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "story", description = "Stories", synopsisSubcommandLabel = "COMMAND")
final class StoryCommands {

    private static final String PATH = "/api/v1/stories";

    private final Context context;

    StoryCommands(Context context) {
        this.context = context;
    }

    @Command(description = "Write a story; prints its key")
    void add(
            @Parameters(paramLabel = "TITLE") String title,
            @Option(names = "--project", required = true, description = "The project's key") String project,
            @Option(names = "--description") @Nullable String description,
            @Option(names = "--criterion", description = "What must hold; may be given several times") @Nullable
                    List<String> criteria) {
        var story = new LinkedHashMap<String, Object>(Map.of("project_id", project, "title", title));
        if (description != null) {
            story.put("description", description);
        }
        if (criteria != null) {
            story.put("acceptance_criteria", criteria);
        }
        context.terminal().say(context.session().post(PATH, story).path("key").asString(""));
    }

    @Command(description = "List a project's stories")
    void list(@Option(names = "--project", required = true, description = "The project's key") String project) {
        for (var story : context.session().all(PATH, Map.of("project_id", project))) {
            var line = "%-14s  %-11s  %s"
                    .formatted(
                            story.path("key").asString(""),
                            story.path("status").asString(""),
                            Text.line(story.path("title").asString(""), 120));
            context.terminal().say(line);
        }
    }
}
