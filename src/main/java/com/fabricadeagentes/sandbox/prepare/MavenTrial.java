package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.kernel.SandboxUser;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Limits;
import com.fabricadeagentes.sandbox.Sandbox;
import com.fabricadeagentes.sandbox.SandboxFault;
import com.fabricadeagentes.sandbox.toolchains.Toolchains;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Builds the project's POMs around one class and one test of ours, in a box and offline, to hear what is still missing.
 * The box is what makes this safe: the POMs may name plugins that run anything.
 */
@Component
final class MavenTrial {

    private static final Logger LOG = LoggerFactory.getLogger(MavenTrial.class);
    private static final Limits LIMITS = Limits.DEFAULT.withWall(Duration.ofMinutes(2));

    private final Sandbox sandbox;
    private final Toolchains toolchains;

    MavenTrial(Sandbox sandbox, Toolchains toolchains) {
        this.sandbox = sandbox;
        this.toolchains = toolchains;
    }

    Set<Artifact> missing(BuildFiles poms, Path workspace, Ecosystem.Offer offer, MavenRepository repository)
            throws IOException, InterruptedException {
        poms.copyTo(workspace);
        for (var pom : poms.texts().keySet()) {
            addCode(java.util.Objects.requireNonNull(workspace.resolve(pom).getParent()), repository);
        }
        giveToBox(workspace);
        var mounts = new ArrayList<>(toolchains.mounts());
        mounts.addAll(offer.mounts());
        var environment = new TreeMap<>(toolchains.environment());
        environment.putAll(offer.environment());
        boolean checkstyle = poms.texts().values().stream().anyMatch(text -> text.contains("maven-checkstyle-plugin"));
        try {
            var finished = sandbox.run(
                    new Box(workspace, mounts, environment, LIMITS, null),
                    "mvn -q -B -fae package" + (checkstyle ? " checkstyle:check" : ""));
            try {
                return Artifact.missing(Files.readString(finished.output(), StandardCharsets.UTF_8));
            } finally {
                Files.delete(finished.output());
            }
        } catch (SandboxFault fault) {
            LOG.warn("Dependencies were fetched but could not be tried: {}", fault.getMessage());
            return Set.of();
        }
    }

    private static void addCode(Path module, MavenRepository repository) throws IOException {
        var main = Files.createDirectories(module.resolve("src/main/java/factory"));
        Files.writeString(main.resolve("Trial.java"), "package factory;\n\nfinal class Trial {}\n");
        var annotation = repository.has("org.junit.jupiter", "junit-jupiter-api")
                ? "org.junit.jupiter.api.Test"
                : repository.has("junit", "junit") ? "org.junit.Test" : "";
        if (!annotation.isEmpty()) {
            var test = Files.createDirectories(module.resolve("src/test/java/factory"));
            Files.writeString(
                    test.resolve("TrialTest.java"),
                    "package factory;\n\npublic class TrialTest {\n    @%s\n    public void runs() {}\n}\n"
                            .formatted(annotation));
        }
    }

    private static void giveToBox(Path workspace) throws IOException {
        if (!SandboxUser.isRoot()) {
            return;
        }
        Files.walkFileTree(workspace, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.setAttribute(directory, "unix:uid", SandboxUser.UID);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", SandboxUser.UID);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
