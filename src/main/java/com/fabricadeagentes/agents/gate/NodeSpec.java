package com.fabricadeagentes.agents.gate;

import com.fabricadeagentes.agents.tools.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what node's spec reporter prints: a tree of names, then counts. */
final class NodeSpec {

    private static final int LONGEST_LINE = 1_000;
    private static final int INDENT = 2;
    private static final Pattern COUNT = Pattern.compile("[#ℹ] (pass|fail|skipped|cancelled|todo) (\\d{1,9})");
    private static final Pattern RESULT = Pattern.compile("( *)([▶✔✖﹣⚠]) (.*)");
    private static final Pattern AFTER_NAME = Pattern.compile(" \\([\\d.]+ms\\)(?: #.*)?$");

    private NodeSpec() {}

    /** @return empty where the counts are not there */
    static Optional<TestResults> read(String output) {
        var lines = output.lines().map(line -> Excerpt.head(line, LONGEST_LINE)).toList();
        var counts = counts(lines);
        if (!counts.containsKey("pass")) {
            return Optional.empty();
        }
        int passed = counts.getOrDefault("pass", 0);
        int failed = counts.getOrDefault("fail", 0) + counts.getOrDefault("cancelled", 0);
        int skipped = counts.getOrDefault("skipped", 0) + counts.getOrDefault("todo", 0);
        var named = tree(lines);
        passed -= files(lines);
        // What a test itself prints may look like a result: then the counts alone are to be trusted.
        boolean agree = named.passed() == passed && named.failed() == failed && named.skipped() == skipped;
        return Optional.of(agree ? named : PrintedResults.counts(Math.max(0, passed), failed, skipped));
    }

    private static int files(List<String> lines) {
        return (int) lines.stream().filter(NodeSpec::isFile).count();
    }

    private static boolean isFile(String line) {
        return line.startsWith("✔ ")
                && Tap.FILE
                        .matcher(AFTER_NAME.matcher(line.substring(2)).replaceFirst(""))
                        .matches();
    }

    private static Map<String, Integer> counts(List<String> lines) {
        var counts = new HashMap<String, Integer>();
        for (var line : lines) {
            var count = COUNT.matcher(line);
            if (count.matches()) {
                counts.put(count.group(1), Integer.parseInt(count.group(2)));
            }
        }
        return counts;
    }

    private static TestResults tree(List<String> lines) {
        var tally = new Tally();
        var suites = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("ℹ tests ")) {
                break;
            }
            var result = RESULT.matcher(line);
            if (result.matches() && !isFile(line)) {
                result(tally, suites, result.group(1).length() / INDENT, result.group(2), result.group(3));
            }
        }
        return tally.results();
    }

    private static void result(Tally tally, List<String> suites, int depth, String sign, String text) {
        var name = AFTER_NAME.matcher(text).replaceFirst("");
        if (sign.equals("▶")) {
            suites.subList(Math.min(depth, suites.size()), suites.size()).clear();
            suites.add(name);
            return;
        }
        if (depth < suites.size()) {
            boolean closes = suites.get(depth).equals(name);
            suites.subList(depth, suites.size()).clear();
            if (closes) {
                return;
            }
        }
        var full = Stream.concat(suites.stream(), Stream.of(name)).collect(Collectors.joining(" > "));
        if (sign.equals("﹣") || sign.equals("⚠") || text.endsWith("# TODO") || text.contains("ms) # ")) {
            tally.skip(full);
        } else if (sign.equals("✔")) {
            tally.pass(full);
        } else {
            tally.fail(full, "");
        }
    }
}
