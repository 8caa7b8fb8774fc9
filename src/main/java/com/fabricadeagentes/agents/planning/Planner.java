package com.fabricadeagentes.agents.planning;

import com.fabricadeagentes.agents.AgentFactory;
import com.fabricadeagentes.agents.loop.RunEvent.Brief;
import com.fabricadeagentes.agents.loop.Words;
import com.fabricadeagentes.agents.tools.ToolOutcome;
import com.fabricadeagentes.agents.tools.Toolbox;
import com.fabricadeagentes.agile.Board.PlannedTask;
import com.fabricadeagentes.agile.TaskType;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelAnswer;
import com.fabricadeagentes.llm.ModelFault;
import com.fabricadeagentes.llm.ModelProvider;
import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Has a model break a story into tasks. */
@Component
public class Planner {

    private static final int TURNS = 3;
    private static final int MAX_TOKENS = 4_000;
    private static final int MOST_TASKS = 30;

    private final Models models;
    private final AgentFactory agents;
    private final Toolbox toolbox;

    Planner(Models models, AgentFactory agents, Toolbox toolbox) {
        this.models = models;
        this.agents = agents;
        this.toolbox = toolbox;
    }

    /** No plan came of it. {@code passing} tells whether asking again later can help. */
    public static final class NoPlan extends Exception {
        private final boolean passing;

        NoPlan(String message, boolean passing) {
            super(message);
            this.passing = passing;
        }

        public boolean passing() {
            return passing;
        }
    }

    /** @return at least one development, one test and one documentation task, in order */
    public List<PlannedTask> plan(Brief brief, Models.Choice choice) throws NoPlan, InterruptedException {
        try {
            return converse(brief, choice, models.provider(choice.provider()));
        } catch (ModelFault fault) {
            throw new NoPlan(String.valueOf(fault.getMessage()), fault.kind().passing());
        }
    }

    private List<PlannedTask> converse(Brief brief, Models.Choice choice, ModelProvider provider)
            throws NoPlan, ModelFault, InterruptedException {
        var type = agents.of("planner");
        var messages = new ArrayList<Message>();
        messages.add(Message.user(Words.project(brief) + "\n" + Words.story(brief)));
        for (int turn = 0; turn < TURNS; turn++) {
            var request = new ModelRequest(
                    type.name(),
                    choice.model(),
                    type.prompt(),
                    toolbox.definitions(type.tools()),
                    messages,
                    MAX_TOKENS);
            var answer = provider.ask(request, _ -> {});
            var objection = "Hand the tasks over with submit_plan.";
            var results = new ArrayList<ContentBlock>();
            for (var call : answer.toolCalls()) {
                switch (toolbox.use(type.tools(), call)) {
                    case ToolOutcome.Planned(var tasks) -> {
                        var planned = tasks.stream().map(this::task).toList();
                        if (complete(planned)) {
                            return planned;
                        }
                        objection = "The plan needs at least one development, one test and one documentation task, and "
                                + MOST_TASKS + " in all at most.";
                    }
                    case ToolOutcome.Answered(String text, boolean _, boolean _) -> objection = text;
                    case ToolOutcome _ -> objection = "Only submit_plan can be used here.";
                }
                results.add(new ContentBlock.ToolResult(call.id(), objection, true));
            }
            append(messages, answer, results, objection);
        }
        throw new NoPlan("The model gave no usable plan in " + TURNS + " tries.", false);
    }

    private static void append(
            List<Message> messages, ModelAnswer answer, List<ContentBlock> results, String objection) {
        if (!answer.content().isEmpty()) {
            messages.add(Message.assistant(answer.content()));
        }
        messages.add(results.isEmpty() ? Message.user(objection) : Message.user(results));
    }

    private PlannedTask task(ToolOutcome.Task task) {
        return new PlannedTask(
                TaskType.valueOf(task.type().toUpperCase(Locale.ROOT)),
                task.title(),
                task.description(),
                agents.forTask(task.type()));
    }

    private static boolean complete(List<PlannedTask> tasks) {
        var types = tasks.stream().map(PlannedTask::type).toList();
        return tasks.size() <= MOST_TASKS
                && types.containsAll(List.of(TaskType.DEVELOPMENT, TaskType.TEST, TaskType.DOCUMENTATION));
    }
}
