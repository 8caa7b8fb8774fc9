package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.agents.tools.ToolOutcome.Task;
import com.fabricadeagentes.llm.ToolDefinition;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
final class SubmitPlan implements Tool.OfTurn {

    private static final Set<String> TYPES = Set.of("development", "test", "documentation", "review");
    private static final int LONGEST_TITLE = 500;
    private static final ToolDefinition DEFINITION =
            Schema.tool("submit_plan", "Hands over the tasks of the story, in the order they are to be done.", """
            {"type":"object","properties":{"tasks":{"type":"array","items":{"type":"object","properties":{\
            "type":{"type":"string","enum":["development","test","documentation","review"]},\
            "title":{"type":"string"},"description":{"type":"string"}},\
            "required":["type","title","description"]}}},"required":["tasks"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Arguments arguments) throws BadInput {
        var tasks = new ArrayList<Task>();
        var item = DEFINITION.inputSchema().at("/properties/tasks/items");
        for (var task : arguments.objects("tasks", item)) {
            var type = task.text("type");
            var title = task.text("title").strip();
            if (!TYPES.contains(type)) {
                throw new BadInput("The type of a task is development, test, documentation or review.");
            }
            if (title.isEmpty() || title.length() > LONGEST_TITLE) {
                throw new BadInput("The title of a task has 1 to " + LONGEST_TITLE + " characters.");
            }
            tasks.add(new Task(type, title, task.optionalText("description").orElse("")));
        }
        return new ToolOutcome.Planned(tasks);
    }
}
