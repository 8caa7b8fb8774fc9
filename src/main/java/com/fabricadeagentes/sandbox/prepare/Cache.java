package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Fetched trees of one owner, each under the hash of what named it and never changed once it is there. Entries come by
 * one rename, so a reader needs no lock; makers take turns, in this process and across processes that share the
 * directory.
 */
final class Cache {

    private static final int KEPT = 3;

    /** File locks belong to the process: its threads need their own. A few owners may share one. */
    private static final List<ReentrantLock> TURNS =
            IntStream.range(0, 64).mapToObj(_ -> new ReentrantLock()).toList();

    private final Path directory;

    Cache(Path directory) {
        this.directory = directory;
    }

    interface Maker {
        void make(Path entry, Path scratch, Optional<Path> previous)
                throws PreparationFailed, IOException, InterruptedException;
    }

    record Entry(Path path, boolean made) {}

    Entry entry(String kind, String hash, Maker maker) throws PreparationFailed, IOException, InterruptedException {
        var entry = directory.resolve(kind + "-" + hash);
        if (Files.isDirectory(entry)) {
            return new Entry(entry, false);
        }
        Files.createDirectories(directory);
        var turn = TURNS.get(Math.floorMod(directory.hashCode(), TURNS.size()));
        turn.lockInterruptibly();
        try (var file = FileChannel.open(
                        directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (Files.isDirectory(entry)) {
                return new Entry(entry, false);
            }
            make(kind, entry, maker);
            return new Entry(entry, lock.isValid());
        } finally {
            turn.unlock();
        }
    }

    private void make(String kind, Path entry, Maker maker)
            throws PreparationFailed, IOException, InterruptedException {
        var making = Files.createDirectories(directory.resolve(".making-" + Ids.next()));
        try {
            var fresh = Files.createDirectory(making.resolve("entry"));
            var entries = newestFirst(kind);
            maker.make(
                    fresh,
                    Files.createDirectory(making.resolve("scratch")),
                    entries.stream().findFirst());
            Trees.makeReadable(fresh);
            Files.move(fresh, entry, StandardCopyOption.ATOMIC_MOVE);
            for (var old : entries.stream().skip(KEPT - 1).toList()) {
                Trees.delete(old);
            }
        } finally {
            Trees.delete(making);
        }
    }

    private List<Path> newestFirst(String kind) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.filter(path -> path.getFileName().toString().startsWith(kind + "-"))
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().lastModified())
                            .reversed())
                    .toList();
        }
    }
}
