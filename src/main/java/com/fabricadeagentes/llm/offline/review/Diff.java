package com.fabricadeagentes.llm.offline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that a unified diff adds. */
public record Diff(List<Added> added) {

    private static final Pattern HUNK = Pattern.compile("^@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");

    /** @param line its number in the new file, from 1 */
    public record Added(String file, int line, String text) {

        boolean inTest() {
            return file.contains("src/test/") || file.matches("(?i)(?:.*/)?(?:tests?|__tests__|spec)/.*");
        }
    }

    public Diff {
        added = List.copyOf(added);
    }

    public static Diff parse(String unified) {
        var added = new ArrayList<Added>();
        var file = "";
        var line = 0;
        var inHunk = false;
        for (var text : unified.split("\n", -1)) {
            var hunk = HUNK.matcher(text);
            if (text.startsWith("diff --git ")) {
                inHunk = false;
            } else if (!inHunk && text.startsWith("+++ ")) {
                file = text.substring(4).replaceFirst("^b/", "").strip();
            } else if (hunk.matches()) {
                line = Integer.parseInt(hunk.group(1));
                inHunk = true;
            } else if (inHunk && text.startsWith("+")) {
                added.add(new Added(file, line++, text.substring(1)));
            } else if (inHunk && text.startsWith(" ")) {
                line++;
            }
        }
        return new Diff(added);
    }
}
