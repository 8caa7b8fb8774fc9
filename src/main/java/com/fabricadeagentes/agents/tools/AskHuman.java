package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import org.springframework.stereotype.Component;

@Component
final class AskHuman implements Tool.OfTurn {

    private static final int LONGEST = 4_000;
    private static final ToolDefinition DEFINITION = Schema.tool(
            "ask_human",
            "Asks the people of the project a question that the story leaves open. The work waits for the answer.",
            """
            {"type":"object","properties":{"question":{"type":"string"},\
            "options":{"type":"array","items":{"type":"string"}}},"required":["question"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Arguments arguments) throws BadInput {
        var question = arguments.text("question");
        if (question.isBlank() || question.length() > LONGEST) {
            throw new BadInput("A question has 1 to " + LONGEST + " characters.");
        }
        return new ToolOutcome.AskedHuman(question, arguments.texts("options"));
    }
}
