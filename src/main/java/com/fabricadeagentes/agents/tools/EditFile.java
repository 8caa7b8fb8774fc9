package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
final class EditFile implements Tool.OnBench {

    private static final int LINES_NAMED = 10;
    private static final ToolDefinition DEFINITION = Schema.tool(
            "edit_file", "Replaces old_string, which must occur exactly once unless replace_all is set.", """
            {"type":"object","properties":{"path":{"type":"string"},"old_string":{"type":"string"},\
            "new_string":{"type":"string"},"replace_all":{"type":"boolean"}},\
            "required":["path","old_string","new_string"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Workbench bench, Arguments arguments) throws BadInput {
        var files = new WorkFiles(bench.root());
        var path = arguments.text("path");
        var file = files.resolve(path);
        var content = new String(files.read(file), StandardCharsets.UTF_8);
        boolean windows = content.contains("\r\n");
        var old = lineEnds(arguments.text("old_string"), windows);
        var replacement = lineEnds(arguments.text("new_string"), windows);
        if (old.isEmpty() || old.equals(replacement)) {
            throw new BadInput("old_string must not be empty, and new_string must differ from it.");
        }
        var places = places(content, old);
        if (places.isEmpty()) {
            throw new BadInput("old_string does not occur in " + path + "." + hint(content, old));
        }
        if (places.size() > 1 && !arguments.flag("replace_all")) {
            throw new BadInput("old_string occurs " + places.size() + " times in " + path + ", at lines "
                    + lines(content, places) + ". Give more of what surrounds it, or set replace_all.");
        }
        files.write(file, content.replace(old, replacement).getBytes(StandardCharsets.UTF_8));
        return ToolOutcome.changed("Changed " + path + " at line " + lines(content, places) + ".");
    }

    private static String lineEnds(String text, boolean windows) {
        return windows && !text.contains("\r\n") ? text.replace("\n", "\r\n") : text;
    }

    private static List<Integer> places(String content, String old) {
        var found = new ArrayList<Integer>();
        for (int at = content.indexOf(old); at >= 0; at = content.indexOf(old, at + old.length())) {
            found.add(at);
        }
        return found;
    }

    private static String lines(String content, List<Integer> places) {
        return places.stream()
                .limit(LINES_NAMED)
                .map(place -> String.valueOf(line(content, place)))
                .collect(Collectors.joining(", "));
    }

    private static long line(String content, int place) {
        return content.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
    }

    /** The most common slip is white space: say where the first line stands, if it does. */
    private static String hint(String content, String old) {
        var first = old.strip().lines().findFirst().orElse("").strip();
        if (first.isEmpty()) {
            return "";
        }
        int place = content.indexOf(first);
        return place < 0
                ? " Read the file again."
                : " Its first line stands at line " + line(content, place)
                        + ", with other white space or other lines after it.";
    }
}
