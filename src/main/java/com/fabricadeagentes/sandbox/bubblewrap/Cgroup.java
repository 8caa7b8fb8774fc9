package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.sandbox.Finished.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The control groups of one box: one directory on version 2, one for each controller on version 1.
 *
 * @param directories the box's own; removed when it is gone
 */
record Cgroup(List<Path> directories) {

    /** The beginning of an argument vector: a shell that joins the groups and becomes what follows. */
    List<String> joining() {
        var script = new StringBuilder();
        for (var directory : directories) {
            script.append("echo $$ > ")
                    .append(directory.resolve("cgroup.procs"))
                    .append(" && ");
        }
        return List.of("/bin/sh", "-c", script + "exec \"$@\"", "box");
    }

    /** The limit that was hit, if one was. */
    Optional<Limit> breach() {
        for (var directory : directories) {
            if (count(directory.resolve("memory.events"), "oom_kill") > 0
                    || count(directory.resolve("memory.oom_control"), "oom_kill") > 0) {
                return Optional.of(Limit.MEMORY);
            }
        }
        for (var directory : directories) {
            if (count(directory.resolve("pids.events"), "max") > 0) {
                return Optional.of(Limit.PROCESSES);
            }
        }
        return Optional.empty();
    }

    /** Kills whoever is left and removes the groups. */
    void close() throws IOException {
        for (var directory : directories) {
            for (var pid : pids(directory)) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        for (var directory : directories) {
            remove(directory);
        }
    }

    /** A group can be removed only when the kernel has buried its last process, which takes a moment. */
    private static void remove(Path directory) throws IOException {
        for (int attempt = 0; Files.exists(directory); attempt++) {
            try {
                Files.delete(directory);
            } catch (IOException busy) {
                if (attempt == 100) {
                    throw busy;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private static List<Long> pids(Path directory) throws IOException {
        var found = new ArrayList<Long>();
        var procs = directory.resolve("cgroup.procs");
        if (Files.exists(procs)) {
            for (var line : Files.readAllLines(procs)) {
                found.add(Long.valueOf(line.strip()));
            }
        }
        return found;
    }

    private static long count(Path file, String name) {
        try {
            for (var line : Files.readAllLines(file)) {
                if (line.startsWith(name + " ")) {
                    return Long.parseLong(line.substring(name.length() + 1).strip());
                }
            }
        } catch (IOException notThere) {
            return 0;
        }
        return 0;
    }
}
