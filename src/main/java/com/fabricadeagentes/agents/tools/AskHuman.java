package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import org.springframework.stereotype.Component;

@Component
final class AskHuman implements Tool.OfTurn {

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
        return new ToolOutcome.AskedHuman(arguments.text("question"), arguments.texts("options"));
    }
}
