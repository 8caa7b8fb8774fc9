package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.toolchains.Toolchains;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Maven. What the skeleton of new Java projects needs is fetched once by the platform and linked into each project's
 * repository, so that a project that has changed nothing in its POM is ready at once.
 */
@Component
@Order(1)
final class MavenEcosystem implements Ecosystem {

    private static final String SKELETON = "/skeletons/java/pom.xml";
    private static final String REPOSITORY = "m2";
    private static final int MOST_TRIALS = 8;

    private static final String SETTINGS = """
            <settings>
              <localRepository>/deps/m2</localRepository>
              <offline>true</offline>
              <interactiveMode>false</interactiveMode>
            </settings>
            """;

    private final Cache platform;
    private final Maven maven;
    private final MavenTrial trial;
    private final Checkstyle checkstyle;

    MavenEcosystem(Installation installation, Toolchains toolchains, MavenTrial trial) {
        this.platform = new Cache(installation.workDirectory("dependencies").resolve("platform"));
        this.maven = new Maven(toolchains);
        this.trial = trial;
        this.checkstyle = new Checkstyle(platform, maven);
    }

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public BuildFiles concerning(BuildFiles all) {
        return all.texts().containsKey("pom.xml")
                ? all.only(path -> path.endsWith("pom.xml") || path.equals(".mvn/extensions.xml"))
                : all.only(_ -> false);
    }

    @Override
    public void fetch(BuildFiles files, Path entry, Path scratch, Optional<Path> previous)
            throws PreparationFailed, IOException, InterruptedException {
        Poms.check(files);
        checkstyle.linkInto(entry);
        var skeleton = skeleton();
        var base = platform.entry("skeleton", skeleton.hash(), (fresh, room, _) -> complete(skeleton, fresh, room));
        Trees.link(previous.orElse(base.path()).resolve(REPOSITORY), entry.resolve(REPOSITORY));
        if (needs(files).equals(needs(skeleton))) {
            Files.writeString(entry.resolve("settings.xml"), SETTINGS);
        } else {
            complete(files, entry, scratch);
        }
    }

    @Override
    public Offer offer(Path entry) {
        return new Offer(
                List.of(
                        new Box.Mount(entry.resolve(REPOSITORY), "/deps/m2"),
                        new Box.Mount(entry.resolve("settings.xml"), "/home/u/.m2/settings.xml"),
                        new Box.Mount(entry.resolve(Checkstyle.JARS), "/opt/factory/checkstyle"),
                        new Box.Mount(entry.resolve(Checkstyle.RULES), "/opt/factory/checkstyle.xml")),
                Map.of(),
                List.of());
    }

    /** Fetches what is named, then what trials find missing. */
    private void complete(BuildFiles poms, Path entry, Path scratch)
            throws PreparationFailed, IOException, InterruptedException {
        Files.writeString(entry.resolve("settings.xml"), SETTINGS);
        var repository = new MavenRepository(Files.createDirectories(entry.resolve(REPOSITORY)));
        poms.copyTo(scratch.resolve("poms"));
        maven.goOffline(scratch.resolve("poms"), repository.directory());
        maven.resolve(repository.askedForLate(), scratch.resolve("late"), repository.directory());
        var offer = offered(entry);
        for (int round = 0; round < MOST_TRIALS; round++) {
            repository.forgetOrigins();
            Trees.makeReadable(entry);
            var room = Files.createDirectories(scratch.resolve("trial-" + round));
            var missing = trial.missing(poms, room, offer, repository);
            if (missing.isEmpty()) {
                return;
            }
            maven.resolve(missing, scratch.resolve("missing-" + round), repository.directory());
        }
        repository.forgetOrigins();
    }

    private static Offer offered(Path entry) {
        return new Offer(
                List.of(
                        new Box.Mount(entry.resolve(REPOSITORY), "/deps/m2"),
                        new Box.Mount(entry.resolve("settings.xml"), "/home/u/.m2/settings.xml")),
                Map.of(),
                List.of());
    }

    private static Map<String, String> needs(BuildFiles poms) throws PreparationFailed {
        var needs = new TreeMap<String, String>();
        for (var pom : poms.texts().entrySet()) {
            needs.put(pom.getKey(), Poms.needs(pom.getKey(), pom.getValue()));
        }
        return needs;
    }

    private static BuildFiles skeleton() throws IOException {
        try (var in = MavenEcosystem.class.getResourceAsStream(SKELETON)) {
            if (in == null) {
                throw new IOException(SKELETON + " is not on the class path");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("@\\w+@", "skeleton");
            return new BuildFiles(new TreeMap<>(Map.of("pom.xml", text)));
        }
    }
}
