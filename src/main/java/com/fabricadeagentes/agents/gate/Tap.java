package com.fabricadeagentes.agents.gate;

import com.fabricadeagentes.agents.tools.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads TAP, versions 13 and 14 (testanything.org), with the nesting and the diagnostics that node writes. */
final class Tap {

    private static final int LONGEST_LINE = 1_000;
    private static final int INDENT = 4;
    private static final int MOST_DETAILS = 40;
    private static final Pattern BEGUN = Pattern.compile("(?m)^(?:TAP version 1[34]|1\\.\\.\\d+(?: #.*)?)$");
    private static final Pattern POINT = Pattern.compile("( *)(not )?ok\\b(?: \\d+)?(?: -)?(.*)");
    private static final Pattern SUBTEST = Pattern.compile("( *)# Subtest: (.*)");
    private static final Pattern DIRECTIVE = Pattern.compile("(?i)\\s#\\s*(?:skip|todo)");

    /** node calls a file without a test a test that passed. */
    static final Pattern FILE = Pattern.compile("\\S+\\.[cm]?[jt]s");

    private record Point(int depth, boolean ok, String name, boolean skipped) {}

    private final Tally tally = new Tally();
    private final List<String> path = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private @Nullable Point last;
    private int depthBefore = -1;
    private boolean inDetails;

    private Tap() {}

    /** @return empty where this is no TAP */
    static Optional<TestResults> read(String output) {
        if (!BEGUN.matcher(output).find()) {
            return Optional.empty();
        }
        var tap = new Tap();
        output.lines().map(line -> Excerpt.head(line, LONGEST_LINE)).forEach(tap::line);
        tap.settle();
        return Optional.of(tap.tally.results());
    }

    private void line(String line) {
        if (inDetails) {
            inDetails = !line.strip().equals("...");
            if (inDetails && details.size() < MOST_DETAILS) {
                details.add(line.strip());
            }
            return;
        }
        var point = POINT.matcher(line);
        var subtest = SUBTEST.matcher(line);
        if (last != null && line.strip().equals("---")) {
            inDetails = true;
        } else if (point.matches()) {
            settle();
            last = point(depth(point.group(1)), point.group(2) == null, point.group(3));
        } else if (subtest.matches()) {
            settle();
            int depth = depth(subtest.group(1));
            path.subList(Math.min(depth, path.size()), path.size()).clear();
            path.add(plain(subtest.group(2)));
        } else if (line.startsWith("Bail out!")) {
            settle();
            tally.fail("Bail out!", line);
        }
    }

    /** In names, hashes and backslashes are escaped. */
    private static String plain(String name) {
        return name.strip().replace("\\#", "#").replace("\\\\", "\\");
    }

    private static int depth(String indent) {
        return indent.length() / INDENT;
    }

    private Point point(int depth, boolean ok, String text) {
        var directive = DIRECTIVE.matcher(text);
        boolean skipped = directive.find();
        var name = plain(skipped ? text.substring(0, directive.start()) : text);
        var above = path.stream().limit(Math.min(depth, path.size()));
        return new Point(depth, ok, Stream.concat(above, Stream.of(name)).collect(Collectors.joining(" > ")), skipped);
    }

    /** A point is judged when its details are known. One that sums its children up, or is an empty suite, is no test. */
    private void settle() {
        var point = last;
        if (point == null) {
            return;
        }
        boolean suite = depthBefore > point.depth() || details.contains("type: 'suite'");
        if (!suite && point.skipped()) {
            tally.skip(point.name());
        } else if (!suite && point.ok()) {
            if (!FILE.matcher(point.name()).matches()) {
                tally.pass(point.name());
            }
        } else if (!suite) {
            tally.fail(point.name(), String.join("\n", details));
        }
        depthBefore = point.depth();
        details.clear();
        last = null;
    }
}
