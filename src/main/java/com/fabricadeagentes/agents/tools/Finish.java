package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import org.springframework.stereotype.Component;

@Component
final class Finish implements Tool.OfTurn {

    private static final ToolDefinition DEFINITION =
            Schema.tool("finish", "Ends your work on the task; the platform's lint and tests follow.", """
            {"type":"object","properties":{"summary":{"type":"string"}},"required":["summary"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Arguments arguments) throws BadInput {
        return new ToolOutcome.Finished(arguments.text("summary"));
    }
}
