package com.fabricadeagentes.repositories.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/** Which names and links may go into a tree. */
final class Names {

    private static final char UNREADABLE = '\uFFFD';

    private Names() {}

    /** Not {@code .git} in any spelling that some file system takes for it, and readable as text. */
    static boolean storable(String name) {
        var raw = name.getBytes(StandardCharsets.UTF_8);
        try {
            new ObjectChecker().setSafeForMacOS(true).checkPathSegment(raw, 0, raw.length);
            return name.indexOf(UNREADABLE) < 0;
        } catch (CorruptObjectException bad) {
            return false;
        }
    }

    static boolean storablePath(String path) {
        for (var name : path.split("/", -1)) {
            if (!storable(name)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a link stays inside the tree. {@code ..} may only come first: behind a name it would climb from wherever
     * that name, itself perhaps a link, leads.
     */
    static boolean staysInside(String link, String target) {
        if (target.isEmpty() || target.startsWith("/")) {
            return false;
        }
        int depth = link.split("/", -1).length - 1;
        boolean climbing = true;
        var below = new ArrayList<String>();
        for (var step : target.split("/", -1)) {
            if (step.equals("..")) {
                if (!climbing || --depth < 0) {
                    return false;
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                climbing = false;
                below.add(step);
            }
        }
        return below.stream().allMatch(Names::storable);
    }
}
