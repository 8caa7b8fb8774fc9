package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The platform's own Checkstyle and rules, for Java projects that bring no lint command; fetched once per node. */
final class Checkstyle {

    static final String JARS = "checkstyle";
    static final String RULES = "checkstyle.xml";

    private static final String VERSION = "14.4.0";

    private final Cache platform;
    private final Maven maven;

    Checkstyle(Cache platform, Maven maven) {
        this.platform = platform;
        this.maven = maven;
    }

    void linkInto(Path entry) throws PreparationFailed, IOException, InterruptedException {
        var own = platform.entry(
                "checkstyle",
                VERSION,
                (fresh, scratch, _) -> maven.copy(
                        Set.of(Artifact.jar("com.puppycrawl.tools", "checkstyle", VERSION)),
                        scratch.resolve("pom"),
                        Files.createDirectory(scratch.resolve("m2")),
                        fresh.resolve(JARS)));
        Trees.link(own.path().resolve(JARS), entry.resolve(JARS));
        try (var rules = Checkstyle.class.getResourceAsStream("/toolchains/checkstyle.xml")) {
            if (rules == null) {
                throw new IOException("the rules of Checkstyle are not on the class path");
            }
            Files.copy(rules, entry.resolve(RULES));
        }
    }
}
