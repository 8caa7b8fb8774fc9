package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

@Component
final class WriteFile implements Tool.OnBench {

    private static final ToolDefinition DEFINITION =
            Schema.tool("write_file", "Writes a whole file; directories are made as needed.", """
            {"type":"object","properties":{"path":{"type":"string"},"content":{"type":"string"}},\
            "required":["path","content"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Workbench bench, Arguments arguments) throws BadInput {
        var files = new WorkFiles(bench.root());
        var path = arguments.text("path");
        var place = files.resolve(path);
        boolean existed = files.exists(place);
        var content = arguments.text("content");
        files.write(place, content.getBytes(StandardCharsets.UTF_8));
        return ToolOutcome.changed((existed ? "Replaced " : "Created ") + path + ", "
                + content.lines().count() + " lines.");
    }
}
