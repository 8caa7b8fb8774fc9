package com.fabricadeagentes.repositories.files;

import java.util.HashSet;
import java.util.Set;

/** Paths that stay recorded even where a rule ignores them, because main or the last checkpoint has them. */
record Tracked(Set<String> files, Set<String> directories) {

    static Tracked of(Set<String> files) {
        var directories = new HashSet<String>();
        for (var file : files) {
            for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
                if (!directories.add(file.substring(0, slash))) {
                    break;
                }
            }
        }
        return new Tracked(files, directories);
    }
}
