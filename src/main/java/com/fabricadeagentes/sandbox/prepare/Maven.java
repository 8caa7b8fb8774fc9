package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.toolchains.Tool;
import com.fabricadeagentes.sandbox.toolchains.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The machine's Maven with the operator's settings, asked for single goals of one known plugin, never for a phase. */
final class Maven {

    private static final String DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";

    private final Toolchains toolchains;

    Maven(Toolchains toolchains) {
        this.toolchains = toolchains;
    }

    /** Fetches the plugins and dependencies that the POMs in {@code directory} name. */
    void goOffline(Path directory, Path repository) throws PreparationFailed, IOException, InterruptedException {
        goal(directory, repository, "go-offline");
    }

    /** Fetches these artifacts and what they need. */
    void resolve(Collection<Artifact> artifacts, Path directory, Path repository)
            throws PreparationFailed, IOException, InterruptedException {
        write(artifacts, directory);
        goal(directory, repository, "resolve", "-Dsilent=true");
    }

    /** Copies these artifacts and what they need at run time into a flat directory. */
    void copy(Collection<Artifact> artifacts, Path directory, Path repository, Path to)
            throws PreparationFailed, IOException, InterruptedException {
        write(artifacts, directory);
        goal(directory, repository, "copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=" + to);
    }

    private void goal(Path directory, Path repository, String goal, String... options)
            throws PreparationFailed, IOException, InterruptedException {
        var maven = toolchains
                .find("mvn")
                .orElseThrow(() ->
                        new PreparationFailed("There is no Maven on this machine (Debian: apt-get install maven)."));
        var line = new ArrayList<>(List.of(maven.path().toString(), "-q", "-B", "-Dmaven.repo.local=" + repository));
        line.addAll(List.of(options));
        line.add(DEPENDENCY_PLUGIN + goal);
        new Step("Fetching with Maven", line, directory, repository, environment(maven)).run();
    }

    private Map<String, String> environment(Tool maven) {
        var environment = new HashMap<>(toolchains.environment());
        environment.remove("PATH");
        environment.put("PATH", maven.path().getParent() + ":/usr/bin:/bin");
        return environment;
    }

    private static void write(Collection<Artifact> artifacts, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>factory</groupId>
                  <artifactId>wanted</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <dependencies>
                %s
                  </dependencies>
                </project>
                """.formatted(
                        artifacts.stream().map(Artifact::xml).collect(Collectors.joining("\n"))));
    }
}
