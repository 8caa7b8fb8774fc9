package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Component;

@Component
final class Search implements Tool.OnBench {

    private static final int DEPTH = 64;
    private static final int MOST_HITS = 200;
    private static final int LONGEST_SHOWN = 300;
    private static final int LONGEST_SEARCHED = 10_000;

    /** Characters searched times the pattern's size: some seconds at worst. */
    private static final long MOST_WORK = 500_000_000;

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
        var hunt = new Hunt(new WorkFiles(bench.root()), LinearPattern.of(arguments.text("pattern")));
        var from = hunt.files.resolve(arguments.optionalText("path").orElse(""));
        var glob = glob(arguments.optionalText("glob").orElse("**"));
        for (var place : candidates(hunt.files, from)) {
            if (!hunt.over() && (glob.matches(place) || glob.matches(place.getFileName()))) {
                hunt.in(place);
            }
        }
        return ToolOutcome.done(hunt.told());
    }

    private static List<Path> candidates(WorkFiles files, Path from) throws BadInput {
        var there = files.attributes(from)
                .orElseThrow(() -> new BadInput("There is no file or directory " + WorkFiles.name(from) + "."));
        if (there.isRegularFile()) {
            return List.of(from);
        }
        return files.walk(from, DEPTH).stream()
                .filter(entry ->
                        entry.attributes().isRegularFile() && entry.attributes().size() <= WorkFiles.LARGEST_WRITE)
                .map(WorkFiles.Entry::place)
                .toList();
    }

    private static PathMatcher glob(String glob) throws BadInput {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException broken) {
            throw new BadInput("That is no glob: " + broken.getDescription() + ".");
        }
    }

    /** One search under way. */
    private static final class Hunt {

        private final WorkFiles files;
        private final Pattern pattern;
        private final List<String> hits = new ArrayList<>();
        private long work;

        Hunt(WorkFiles files, Pattern pattern) {
            this.files = files;
            this.pattern = pattern;
        }

        boolean over() {
            return hits.size() >= MOST_HITS || work >= MOST_WORK;
        }

        void in(Path place) {
            var content = content(place);
            if (content.indexOf('\0') >= 0) {
                return;
            }
            int number = 0;
            for (var lines = content.lines().iterator(); lines.hasNext() && !over(); ) {
                var line = lines.next();
                number++;
                work += (long) Math.min(line.length(), LONGEST_SEARCHED) * pattern.programSize();
                if (pattern.matcher(Excerpt.head(line, LONGEST_SEARCHED)).find()) {
                    var shown = Excerpt.begin(line.strip(), LONGEST_SHOWN);
                    hits.add(WorkFiles.name(place) + ":" + number + ": " + shown);
                }
            }
        }

        /** A file that cannot be read is none in which anything is found. */
        private String content(Path place) {
            try {
                return new String(files.read(place), StandardCharsets.UTF_8);
            } catch (BadInput unreadable) {
                return "";
            }
        }

        String told() {
            var found = hits.isEmpty() ? "Nothing found." : String.join("\n", hits);
            return over() ? found + "\n[the search ended early; narrow it by path or glob]" : found;
        }
    }
}
