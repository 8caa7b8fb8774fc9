package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.agents.tools.ToolOutcome.Finding;
import com.fabricadeagentes.llm.ToolDefinition;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

@Component
final class SubmitReview implements Tool.OfTurn {

    private static final ToolDefinition DEFINITION = Schema.tool(
            "submit_review", "Gives your verdict on the change. With changes, say in findings what must be done.", """
            {"type":"object","properties":{"verdict":{"type":"string","enum":["approve","changes"]},\
            "findings":{"type":"array","items":{"type":"object","properties":{"severity":{"type":"string"},\
            "file":{"type":"string"},"line":{"type":"integer"},"text":{"type":"string"}},\
            "required":["severity","text"]}}},"required":["verdict"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Arguments arguments) throws BadInput {
        var verdict = arguments.text("verdict");
        if (!verdict.equals("approve") && !verdict.equals("changes")) {
            throw new BadInput("The verdict is approve or changes.");
        }
        var findings = new ArrayList<Finding>();
        if (arguments.has("findings")) {
            var item = DEFINITION.inputSchema().at("/properties/findings/items");
            for (var finding : arguments.objects("findings", item)) {
                int line = finding.number("line", 0);
                findings.add(new Finding(
                        finding.optionalText("severity").orElse("medium"),
                        finding.optionalText("file").orElse(null),
                        line == 0 ? null : line,
                        finding.text("text")));
            }
        }
        if (verdict.equals("changes") && findings.isEmpty()) {
            throw new BadInput("Say in findings what must be changed.");
        }
        return new ToolOutcome.Reviewed(verdict.equals("approve"), findings);
    }
}
