package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.agents.tools.WorkFiles.Entry;
import com.fabricadeagentes.llm.ToolDefinition;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
final class ListFiles implements Tool.OnBench {

    private static final int DEPTH = 8;
    private static final int MOST = 500;
    private static final ToolDefinition DEFINITION =
            Schema.tool("list_files", "Lists files below a directory with their sizes in bytes.", """
            {"type":"object","properties":{"path":{"type":"string"},"depth":{"type":"integer"}}}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Workbench bench, Arguments arguments) throws BadInput {
        var files = new WorkFiles(bench.root());
        var from = files.resolve(arguments.optionalText("path").orElse(""));
        if (!files.attributes(from).map(there -> there.isDirectory()).orElse(false)) {
            throw new BadInput("There is no directory " + WorkFiles.name(from) + ".");
        }
        int depth = Math.clamp(arguments.number("depth", DEPTH), 1, DEPTH);
        var found = files.walk(from, depth);
        if (found.isEmpty()) {
            return ToolOutcome.done("There are no files.");
        }
        var list = found.stream().limit(MOST).map(ListFiles::line).collect(Collectors.joining("\n"));
        return ToolOutcome.done(
                found.size() <= MOST ? list : list + "\n[" + (found.size() - MOST) + " more; list a subdirectory]");
    }

    private static String line(Entry entry) {
        var attributes = entry.attributes();
        var size = attributes.isRegularFile()
                ? String.valueOf(attributes.size())
                : attributes.isSymbolicLink() ? "link" : attributes.isDirectory() ? "directory" : "no regular file";
        return WorkFiles.name(entry.place()) + " " + size;
    }
}
