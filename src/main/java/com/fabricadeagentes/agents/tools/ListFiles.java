package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadInput("There is no directory " + files.name(from) + ".");
        }
        int depth = Math.clamp(arguments.number("depth", DEPTH), 1, DEPTH);
        var found = files.walk(from, depth);
        if (found.isEmpty()) {
            return ToolOutcome.done("There are no files.");
        }
        var list = found.stream().limit(MOST).map(file -> line(files, file)).collect(Collectors.joining("\n"));
        return ToolOutcome.done(
                found.size() <= MOST ? list : list + "\n[" + (found.size() - MOST) + " more; list a subdirectory]");
    }

    private static String line(WorkFiles files, Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            var kind = attributes.isSymbolicLink() ? "link" : attributes.isDirectory() ? "directory" : "";
            return files.name(file) + " " + (kind.isEmpty() ? attributes.size() : kind);
        } catch (IOException gone) {
            return files.name(file);
        }
    }
}
