package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies;
import com.fabricadeagentes.sandbox.toolchains.Toolchains;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Keeps what each project's build files name under {@code FACTORY_WORK/dependencies/projects}, a directory per project:
 * a project has one tenant, so nothing is shared between tenants but what the platform itself fetched.
 */
@Component
final class CachedDependencies implements Dependencies {

    private final Path projects;
    private final Toolchains toolchains;
    private final List<Ecosystem> ecosystems;

    CachedDependencies(Installation installation, Toolchains toolchains, List<Ecosystem> ecosystems) {
        this.projects = installation.workDirectory("dependencies").resolve("projects");
        this.toolchains = toolchains;
        this.ecosystems = List.copyOf(ecosystems);
    }

    @Override
    public Prepared prepare(Id project, Path workspace) throws PreparationFailed, InterruptedException {
        try {
            return prepared(new Cache(projects.resolve(project.value().toString())), workspace);
        } catch (IOException fault) {
            throw new UncheckedIOException("the dependencies of " + project.value() + " could not be kept", fault);
        }
    }

    private Prepared prepared(Cache cache, Path workspace) throws PreparationFailed, IOException, InterruptedException {
        var all = BuildFiles.read(workspace);
        var mounts = new ArrayList<>(toolchains.mounts());
        var environment = new TreeMap<>(toolchains.environment());
        var fetched = new ArrayList<String>();
        for (var ecosystem : ecosystems) {
            var files = ecosystem.concerning(all);
            if (files.isEmpty()) {
                continue;
            }
            var entry = cache.entry(
                    ecosystem.name(),
                    files.hash(),
                    (fresh, scratch, previous) -> ecosystem.fetch(files, fresh, scratch, previous));
            var offer = ecosystem.offer(entry.path());
            mounts.addAll(offer.mounts());
            environment.putAll(offer.environment());
            for (var directory : offer.directories()) {
                makeMountPoint(workspace, directory);
            }
            if (entry.made()) {
                fetched.add(ecosystem.name() + " ("
                        + String.join(", ", files.texts().keySet()) + ")");
            }
        }
        var summary = fetched.isEmpty() ? "nothing to fetch" : "fetched for " + String.join(" and ", fetched);
        return new Prepared(List.<Box.Mount>copyOf(mounts), environment, !fetched.isEmpty(), summary);
    }

    /** The workspace may belong to the boxes' user, and then so must what is made in it. */
    private static void makeMountPoint(Path workspace, String name) throws IOException {
        var directory = workspace.resolve(name);
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(directory);
            Files.setOwner(directory, Files.getOwner(workspace));
        }
    }
}
