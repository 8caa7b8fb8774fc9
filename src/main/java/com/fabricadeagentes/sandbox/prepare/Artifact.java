package com.fabricadeagentes.sandbox.prepare;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Something in a Maven repository; all parts consist of letters, digits and {@code . - _}. */
record Artifact(String group, String name, String type, String classifier, String version) {

    /** {@code group:name:type[:classifier]:version}; the project that misses it is written likewise, after a word. */
    private static final Pattern COORDINATES =
            Pattern.compile("(?<![\\w.:-])(?<!project )([\\w.-]+):([\\w.-]+):([\\w-]+)(?::([\\w.-]+))?:([\\w.-]*\\w)");

    private static final String OFFLINE = "in offline mode";

    static Artifact jar(String group, String name, String version) {
        return new Artifact(group, name, "jar", "", version);
    }

    /** What an offline build says it could not find. */
    static Set<Artifact> missing(String output) {
        var found = new LinkedHashSet<Artifact>();
        output.lines().filter(line -> line.contains(OFFLINE)).forEach(line -> {
            var matcher = COORDINATES.matcher(line);
            while (matcher.find()) {
                var classifier = matcher.group(4) == null ? "" : matcher.group(4);
                found.add(new Artifact(
                        matcher.group(1), matcher.group(2), matcher.group(3), classifier, matcher.group(5)));
            }
        });
        return found;
    }

    String xml() {
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><type>%s</type>%s<version>%s</version></dependency>"
                .formatted(
                        group,
                        name,
                        type,
                        classifier.isEmpty() ? "" : "<classifier>" + classifier + "</classifier>",
                        version);
    }
}
