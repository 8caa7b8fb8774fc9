package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What control groups this machine lets us make: version 2, version 1, or none. Found out once, by trying. */
final class Cgroups {

    private static final Logger LOG = LoggerFactory.getLogger(Cgroups.class);
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final String PARENT = "factory";
    private static final List<String> CONTROLLERS = List.of("memory", "pids", "cpu");

    /** A group this young may not have its first process yet. */
    private static final Duration NEW = Duration.ofMinutes(1);

    /** How the machine does it. */
    enum Version {
        V2,
        V1,
        NONE
    }

    private final Version version;

    private Cgroups(Version version) {
        this.version = version;
    }

    static Cgroups detect(Instant now) {
        for (var version : List.of(Version.V2, Version.V1)) {
            var candidate = new Cgroups(version);
            try {
                var group = candidate.make();
                if (group.isPresent() && limits(group.get())) {
                    candidate.removeLeftOvers(now.minus(NEW));
                    return candidate;
                }
            } catch (IOException notAllowed) {
                continue;
            }
        }
        return new Cgroups(Version.NONE);
    }

    private static boolean limits(Cgroup group) throws IOException {
        try {
            group.limit(Limits.DEFAULT);
            return true;
        } finally {
            group.close();
        }
    }

    Version version() {
        return version;
    }

    /** New groups for one box, or nothing where the machine has none. */
    Optional<Cgroup> make() throws IOException {
        if (version == Version.NONE || !available()) {
            return Optional.empty();
        }
        var name = Ids.next().toString();
        var directories = new ArrayList<Path>();
        for (var parent : parents()) {
            directories.add(Files.createDirectory(parent.resolve(name)));
        }
        return Optional.of(new Cgroup(List.copyOf(directories)));
    }

    private boolean available() throws IOException {
        var controllers = ROOT.resolve("cgroup.controllers");
        return version == Version.V2
                ? Files.exists(controllers) && Files.readString(controllers).contains("memory")
                : Files.exists(ROOT.resolve("memory/cgroup.procs"));
    }

    private List<Path> parents() throws IOException {
        if (version == Version.V1) {
            var parents = new ArrayList<Path>();
            for (var controller : CONTROLLERS) {
                parents.add(Files.createDirectories(ROOT.resolve(controller).resolve(PARENT)));
            }
            return parents;
        }
        var parent = Files.createDirectories(ROOT.resolve(PARENT));
        Files.writeString(ROOT.resolve("cgroup.subtree_control"), "+memory +pids +cpu");
        Files.writeString(parent.resolve("cgroup.subtree_control"), "+memory +pids +cpu");
        return List.of(parent);
    }

    /** A node that was killed leaves its groups behind, empty; one that is in use cannot be removed. */
    private void removeLeftOvers(Instant old) throws IOException {
        for (var parent : parents()) {
            try (var groups = Files.newDirectoryStream(parent, Files::isDirectory)) {
                for (var group : groups) {
                    if (Files.getLastModifiedTime(group).toInstant().isBefore(old)) {
                        removeEmpty(group);
                    }
                }
            }
        }
    }

    private static void removeEmpty(Path group) {
        try {
            Files.deleteIfExists(group);
        } catch (IOException inUse) {
            LOG.debug("A control group is in use: {}", group, inUse);
        }
    }
}
