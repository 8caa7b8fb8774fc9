package com.fabricadeagentes.llm.offline.agent;

import com.fabricadeagentes.llm.offline.story.StoryReader;
import java.util.List;
import java.util.Map;

/** Writes the tasks of a story: one of each type, whether or not the story is within reach. */
final class Planner {

    private Planner() {}

    static Reply answer(Conversation conversation) {
        var story = conversation.story();
        var say = new Sentences(StoryReader.languageOf(story.title() + " " + story.description()));
        var tasks = List.of(
                task(
                        "development",
                        say.in("Build: " + story.title(), "Desenvolver: " + story.title()),
                        say.in(
                                "The code, its validation and the OpenAPI document.",
                                "O código, suas validações e o documento OpenAPI.")),
                task(
                        "test",
                        say.in("Test every rule", "Testar cada regra"),
                        say.in(
                                "One test for each rule and criterion, and the whole over HTTP.",
                                "Um teste para cada regra e critério, e o todo por HTTP.")),
                task(
                        "documentation",
                        say.in("Document how to build, run and call it", "Documentar como compilar, executar e chamar"),
                        say.in("README with commands and examples.", "README com comandos e exemplos.")),
                task(
                        "review",
                        say.in(
                                "Review criteria, secrets and dangerous calls",
                                "Revisar critérios, segredos e chamadas perigosas"),
                        say.in(
                                "Each criterion has a test; nothing secret or dangerous is in the change.",
                                "Cada critério tem um teste; nada secreto ou perigoso na mudança.")));
        return Reply.use(
                say.in("I plan four tasks.", "Planejo quatro tarefas."), "submit_plan", Map.of("tasks", tasks));
    }

    private static Map<String, String> task(String type, String title, String description) {
        return Map.of(
                "type", type, "title", title.substring(0, Math.min(200, title.length())), "description", description);
    }
}
