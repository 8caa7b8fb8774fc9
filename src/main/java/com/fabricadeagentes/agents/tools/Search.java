package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Searches in linear time whatever the pattern, since it comes from a model. */
@Component
final class Search implements Tool.OnBench {

    private static final int MOST_HITS = 200;
    private static final int LONGEST_LINE = 300;
    private static final ToolDefinition DEFINITION =
            Schema.tool("search", "Searches files by a regular expression (RE2). Answers file:line: text.", """
            {"type":"object","properties":{"pattern":{"type":"string"},"path":{"type":"string"},\
            "glob":{"type":"string","description":"e.g. **/*.java"}},"required":["pattern"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Workbench bench, Arguments arguments) throws BadInput {
        var pattern = pattern(arguments.text("pattern"));
        var files = new WorkFiles(bench.root());
        var from = files.resolve(arguments.optionalText("path").orElse(""));
        var glob = glob(arguments.optionalText("glob").orElse("**"));
        var hits = new ArrayList<String>();
        var candidates = Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS) ? List.of(from) : files.walk(from, 64);
        for (var file : candidates) {
            var relative = bench.root().relativize(file);
            if (hits.size() < MOST_HITS && (glob.matches(relative) || glob.matches(relative.getFileName()))) {
                search(files, file, pattern, hits);
            }
        }
        if (hits.isEmpty()) {
            return ToolOutcome.done("Nothing found.");
        }
        var text = String.join("\n", hits);
        return ToolOutcome.done(hits.size() < MOST_HITS ? text : text + "\n[there may be more; narrow the search]");
    }

    private static void search(WorkFiles files, Path file, Pattern pattern, List<String> hits) throws BadInput {
        if (Files.isSymbolicLink(file) || file.toFile().length() > WorkFiles.LARGEST_WRITE) {
            return;
        }
        var content = new String(files.read(file), StandardCharsets.UTF_8);
        if (content.indexOf('\0') >= 0) {
            return;
        }
        int number = 0;
        for (var line : content.lines().toList()) {
            number++;
            if (hits.size() < MOST_HITS && pattern.matcher(line).find()) {
                var cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
                hits.add(files.name(file) + ":" + number + ": " + cut.strip());
            }
        }
    }

    private static Pattern pattern(String expression) throws BadInput {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException broken) {
            throw new BadInput("That is no regular expression (RE2): " + broken.getDescription() + ".");
        }
    }

    private static PathMatcher glob(String glob) throws BadInput {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (java.util.regex.PatternSyntaxException broken) {
            throw new BadInput("That is no glob: " + broken.getDescription() + ".");
        }
    }
}
