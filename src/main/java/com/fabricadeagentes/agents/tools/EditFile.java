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
        var path = arguments.text("path");
        var old = bytewise(arguments.text("old_string"));
        var replacement = bytewise(arguments.text("new_string"));
        boolean everywhere = arguments.flag("replace_all");
        var files = new WorkFiles(bench.root());
        var place = files.resolve(path);
        var content = bytewise(files.read(place));
        refuseLarge(content.length());
        if (old.isEmpty() || old.equals(replacement)) {
            throw new BadInput("old_string must not be empty, and new_string must differ from it.");
        }
        if (content.contains("\r\n") && !content.contains(old)) {
            old = windows(old);
            replacement = windows(replacement);
        }
        var places = places(content, old);
        if (places.isEmpty()) {
            throw new BadInput("old_string does not occur in " + path + "." + hint(content, old));
        }
        if (places.size() > 1 && !everywhere) {
            throw new BadInput("old_string occurs " + places.size() + " times in " + path + ", at lines "
                    + lines(content, places) + ". Give more of what surrounds it, or set replace_all.");
        }
        refuseLarge(content.length() + (long) places.size() * (replacement.length() - old.length()));
        files.write(place, content.replace(old, replacement).getBytes(StandardCharsets.ISO_8859_1));
        return ToolOutcome.changed("Changed " + path + " at "
                + (places.size() == 1 ? "line " : places.size() + " places, lines ") + lines(content, places) + ".");
    }

    /** Before the work: replacing a letter by a page a million times would take the server's memory. */
    private static void refuseLarge(long bytes) throws BadInput {
        if (bytes > WorkFiles.LARGEST_WRITE) {
            throw new BadInput("A file that is edited has at most " + WorkFiles.LARGEST_WRITE
                    + " bytes before and after; this one has " + bytes + ".");
        }
    }

    /** A character a byte: what is not edited stays as it was, in whatever encoding, broken or not. */
    private static String bytewise(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static String bytewise(String text) {
        return bytewise(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String windows(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private static List<Integer> places(String content, String old) {
        var found = new ArrayList<Integer>();
        for (int at = content.indexOf(old); at >= 0; at = content.indexOf(old, at + old.length())) {
            found.add(at);
        }
        return found;
    }

    private static String lines(String content, List<Integer> places) {
        var named = places.stream()
                .limit(LINES_NAMED)
                .map(place -> String.valueOf(line(content, place)))
                .collect(Collectors.joining(", "));
        return places.size() > LINES_NAMED ? named + ", …" : named;
    }

    private static long line(String content, int place) {
        return content.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
    }

    /** The most common slip is white space: say where the first line stands, if it does. */
    private static String hint(String content, String old) {
        var first = old.strip().lines().findFirst().orElse("").strip();
        int place = first.isEmpty() ? -1 : content.indexOf(first);
        return place < 0
                ? " Read the file again."
                : " Its first line stands at line " + line(content, place)
                        + ", with other white space or other lines after it.";
    }
}
