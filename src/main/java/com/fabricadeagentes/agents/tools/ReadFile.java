package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.springframework.stereotype.Component;

@Component
final class ReadFile implements Tool.OnBench {

    private static final int MOST_LINES = 2000;
    private static final int LONGEST_LINE = 2000;
    private static final int MOST_CHARACTERS = 100_000;
    private static final ToolDefinition DEFINITION = Schema.tool(
            "read_file",
            "Reads a text file as numbered lines. offset is the first line (from 1), limit the number of lines.",
            """
            {"type":"object","properties":{"path":{"type":"string"},"offset":{"type":"integer"},\
            "limit":{"type":"integer"}},"required":["path"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Workbench bench, Arguments arguments) throws BadInput {
        var path = arguments.text("path");
        int first = Math.max(1, arguments.number("offset", 1));
        int limit = Math.clamp(arguments.number("limit", MOST_LINES), 1, MOST_LINES);
        var content = path.startsWith(Outputs.PREFIX) ? kept(bench, path) : tracked(bench, path);
        if (content.isEmpty()) {
            return ToolOutcome.done("The file is empty.");
        }
        return ToolOutcome.done(numbered(content, first, limit));
    }

    private static String tracked(Workbench bench, String path) throws BadInput {
        var files = new WorkFiles(bench.root());
        var content = new String(files.read(files.resolve(path)), StandardCharsets.UTF_8);
        if (content.indexOf('\0') >= 0) {
            throw new BadInput(path + " is not text.");
        }
        return content;
    }

    private static String kept(Workbench bench, String path) throws BadInput {
        try {
            var file = Outputs.of(bench, path);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Commands.text(file);
            }
        } catch (IOException unreadable) {
            throw new BadInput("The output " + path + " cannot be read.");
        }
        throw new BadInput("There is no output " + path + ".");
    }

    private static String numbered(String text, int first, int limit) throws BadInput {
        var lines = text.lines().toList();
        if (first > lines.size()) {
            throw new BadInput("The file has only " + lines.size() + " lines.");
        }
        var shown = new StringBuilder();
        int line = first;
        for (; line - first < limit && line <= lines.size() && shown.length() < MOST_CHARACTERS; line++) {
            shown.append(line)
                    .append('\t')
                    .append(Excerpt.begin(lines.get(line - 1), LONGEST_LINE))
                    .append('\n');
        }
        if (line <= lines.size()) {
            shown.append("[")
                    .append(lines.size() - line + 1)
                    .append(" more lines; go on with offset ")
                    .append(line)
                    .append("]");
        }
        return shown.toString();
    }
}
