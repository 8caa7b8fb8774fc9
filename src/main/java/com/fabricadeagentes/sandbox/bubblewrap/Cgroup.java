package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.sandbox.Finished.Limit;
import com.fabricadeagentes.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The control groups of one box: one directory on version 2, one for each controller on version 1.
 *
 * @param directories the box's own; removed when it is gone
 */
record Cgroup(List<Path> directories) {

    private static final int PERIOD_MICROS = 100_000;
    private static final Duration BURIAL = Duration.ofMillis(500);

    /** Shell text that joins the groups; what follows it happens in them. */
    String joining() {
        return directories.stream()
                .map(directory -> "echo $$ > " + directory.resolve("cgroup.procs") + " && ")
                .collect(Collectors.joining());
    }

    /**
     * Sets what a box may use.
     *
     * @throws IOException where one of the limits cannot be set: a box is never run with fewer
     */
    void limit(Limits limits) throws IOException {
        var quota = Math.round(limits.cpus() * PERIOD_MICROS);
        set(limits.memory(), "memory.max", "memory.limit_in_bytes");
        set(limits.processes(), "pids.max");
        if (!trySet(quota + " " + PERIOD_MICROS, "cpu.max")) {
            set(quota, "cpu.cfs_quota_us");
        }
    }

    /** @param settings what one limit is called, by version */
    private void set(long value, String... settings) throws IOException {
        for (var setting : settings) {
            if (trySet(String.valueOf(value), setting)) {
                return;
            }
        }
        throw new IOException("no control group has " + String.join(" or ", settings));
    }

    private boolean trySet(String value, String setting) throws IOException {
        for (var directory : directories) {
            var file = directory.resolve(setting);
            if (Files.exists(file)) {
                Files.writeString(file, value);
                return true;
            }
        }
        return false;
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
        long begun = System.nanoTime();
        while (Files.exists(directory)) {
            try {
                Files.delete(directory);
            } catch (IOException busy) {
                if (System.nanoTime() - begun > BURIAL.toNanos()) {
                    throw busy;
                }
                LockSupport.parkNanos(200_000);
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
