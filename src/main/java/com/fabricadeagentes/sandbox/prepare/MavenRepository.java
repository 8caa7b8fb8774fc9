package com.fabricadeagentes.sandbox.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A local Maven repository that a box will read. */
record MavenRepository(Path directory) {

    private static final String SUREFIRE = "org.apache.maven.surefire";
    private static final String PLATFORM = "org.junit.platform";

    /**
     * Removes Maven's notes on where a file came from and what was not found: with them, an offline Maven distrusts
     * files that came through a mirror, and it changes them in place, which linked files must not be.
     */
    void forgetOrigins() throws IOException {
        Trees.deleteFiles(
                directory,
                name -> name.equals("_remote.repositories")
                        || name.equals("resolver-status.properties")
                        || name.endsWith(".lastUpdated"));
    }

    /** What Maven and Surefire ask for only while they run, so that no goal knows of it beforehand. */
    Set<Artifact> askedForLate() throws IOException {
        var late = new LinkedHashSet<Artifact>();
        late.add(Artifact.jar("org.codehaus.plexus", "plexus-utils", "1.1"));
        boolean junit4 = !versions("junit", "junit").isEmpty();
        for (var version : versions("org.apache.maven.plugins", "maven-surefire-plugin")) {
            late.add(Artifact.jar(SUREFIRE, junit4 ? "surefire-junit4" : "surefire-junit-platform", version));
            late.add(Artifact.jar(SUREFIRE, "surefire-junit-platform", version));
        }
        for (var version : versions(PLATFORM, "junit-platform-engine")) {
            late.add(Artifact.jar(PLATFORM, "junit-platform-launcher", version));
        }
        return late;
    }

    boolean has(String group, String name) throws IOException {
        return !versions(group, name).isEmpty();
    }

    /** Versions whose jar is here, not only its POM. */
    private List<String> versions(String group, String name) throws IOException {
        var artifact = directory.resolve(group.replace('.', '/')).resolve(name);
        if (!Files.isDirectory(artifact)) {
            return List.of();
        }
        try (var versions = Files.list(artifact)) {
            return versions.map(version -> version.getFileName().toString())
                    .filter(version -> Files.exists(artifact.resolve(version + "/" + name + "-" + version + ".jar")))
                    .sorted()
                    .toList();
        }
    }
}
