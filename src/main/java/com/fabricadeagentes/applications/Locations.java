package com.fabricadeagentes.applications;

import java.util.regex.Pattern;

/** Where an application redirects to, seen from outside. */
final class Locations {

    /** Its own host, by whichever name it knows itself. */
    private static final Pattern OWN = Pattern.compile("(?i)^https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?(?=/|$)");

    private Locations() {}

    static String rewritten(String location, String prefix) {
        var path = OWN.matcher(location).replaceFirst("");
        if (path.isEmpty()) {
            return prefix + "/";
        }
        return path.startsWith("/") && !path.startsWith("//") && !path.startsWith(prefix + "/") ? prefix + path : path;
    }
}
