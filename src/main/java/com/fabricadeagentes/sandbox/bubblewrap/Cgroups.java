package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What control groups this machine lets us make: version 2, version 1, or none. Found out once, by trying. */
final class Cgroups {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final String PARENT = "factory";
    private static final int PERIOD_MICROS = 100_000;

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

    static Cgroups detect() {
        for (var version : List.of(Version.V2, Version.V1)) {
            var candidate = new Cgroups(version);
            try {
                var group = candidate.make(Limits.DEFAULT);
                if (group.isPresent()) {
                    group.get().close();
                    return candidate;
                }
            } catch (IOException notAllowed) {
                continue;
            }
        }
        return new Cgroups(Version.NONE);
    }

    Version version() {
        return version;
    }

    Optional<Cgroup> make(Limits limits) throws IOException {
        var name = Ids.next().toString();
        return switch (version) {
            case V2 -> makeV2(name, limits);
            case V1 -> makeV1(name, limits);
            case NONE -> Optional.empty();
        };
    }

    private static Optional<Cgroup> makeV2(String name, Limits limits) throws IOException {
        var controllers = ROOT.resolve("cgroup.controllers");
        if (!Files.exists(controllers) || !Files.readString(controllers).contains("memory")) {
            return Optional.empty();
        }
        var parent = Files.createDirectories(ROOT.resolve(PARENT));
        Files.writeString(ROOT.resolve("cgroup.subtree_control"), "+memory +pids +cpu");
        Files.writeString(parent.resolve("cgroup.subtree_control"), "+memory +pids +cpu");
        var directory = Files.createDirectory(parent.resolve(name));
        Files.writeString(directory.resolve("memory.max"), String.valueOf(limits.memory()));
        Files.writeString(directory.resolve("pids.max"), String.valueOf(limits.processes()));
        Files.writeString(directory.resolve("cpu.max"), quota(limits) + " " + PERIOD_MICROS);
        return Optional.of(new Cgroup(List.of(directory)));
    }

    private static Optional<Cgroup> makeV1(String name, Limits limits) throws IOException {
        var settings = new LinkedHashMap<String, Map<String, String>>();
        settings.put("memory", Map.of("memory.limit_in_bytes", String.valueOf(limits.memory())));
        settings.put("pids", Map.of("pids.max", String.valueOf(limits.processes())));
        settings.put("cpu", Map.of("cpu.cfs_quota_us", String.valueOf(quota(limits))));
        if (!Files.exists(ROOT.resolve("memory/memory.limit_in_bytes"))
                && !Files.exists(ROOT.resolve("memory/cgroup.procs"))) {
            return Optional.empty();
        }
        var directories = new ArrayList<Path>();
        for (var controller : settings.entrySet()) {
            var directory = Files.createDirectories(
                    ROOT.resolve(controller.getKey()).resolve(PARENT).resolve(name));
            directories.add(directory);
            for (var setting : controller.getValue().entrySet()) {
                Files.writeString(directory.resolve(setting.getKey()), setting.getValue());
            }
        }
        return Optional.of(new Cgroup(List.copyOf(directories)));
    }

    private static long quota(Limits limits) {
        return Math.round(limits.cpus() * PERIOD_MICROS);
    }
}
