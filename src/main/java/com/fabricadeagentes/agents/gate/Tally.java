package com.fabricadeagentes.agents.gate;

import com.fabricadeagentes.agents.tools.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts tests as a reader meets them. */
final class Tally {

    private static final int MOST_FAILURES = 20;
    private static final int LONGEST_FAILURE = 1_200;
    private static final int LONGEST_NAME = 300;

    private final Map<String, Integer> passed = new HashMap<>();
    private final Map<String, Integer> skipped = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int failed;

    void pass(String name) {
        passed.merge(Excerpt.head(name, LONGEST_NAME), 1, Integer::sum);
    }

    void skip(String name) {
        skipped.merge(Excerpt.head(name, LONGEST_NAME), 1, Integer::sum);
    }

    /** @param words what the test itself says of its failure; may be empty */
    void fail(String name, String words) {
        failed++;
        if (failures.size() < MOST_FAILURES) {
            var said = name + (words.isBlank() ? "" : "\n" + words.strip());
            failures.add(Excerpt.begin(said, LONGEST_FAILURE));
        }
    }

    void add(TestResults part) {
        part.passedNames().forEach(this::pass);
        part.skippedNames().forEach(this::skip);
        failed += part.failed();
        part.failures().stream().limit(MOST_FAILURES).forEach(failures::add);
    }

    boolean isEmpty() {
        return passed.isEmpty() && skipped.isEmpty() && failed == 0;
    }

    TestResults results() {
        var passes = names(passed);
        var skips = names(skipped);
        return new TestResults(passes.size(), failed, skips.size(), passes, skips, failures);
    }

    private static Set<String> names(Map<String, Integer> counted) {
        var names = new HashSet<String>();
        counted.forEach((name, times) -> {
            names.add(name);
            for (int n = 2; n <= times; n++) {
                names.add(name + " #" + n);
            }
        });
        return names;
    }
}
