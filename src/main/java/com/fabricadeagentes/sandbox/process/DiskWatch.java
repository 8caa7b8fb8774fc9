package com.fabricadeagentes.sandbox.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches how a workspace grows, and acts once when it has grown too much. */
final class DiskWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final Path workspace;
    private final long mostGrowth;
    private final Runnable tooMuch;
    private final CountDownLatch closed = new CountDownLatch(1);

    DiskWatch(Path workspace, long mostGrowth, Runnable tooMuch) {
        this.workspace = workspace;
        this.mostGrowth = mostGrowth;
        this.tooMuch = tooMuch;
    }

    void start() {
        Thread.ofVirtual().name("disk-watch").start(this::watch);
    }

    /** Most commands are over before the first look, and cost nothing. */
    private void watch() {
        try {
            if (closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            long before = size();
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (size() - before > mostGrowth) {
                    tooMuch.run();
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long size() {
        var total = new long[1];
        try {
            Files.walkFileTree(workspace, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    total[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, java.io.IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            return total[0];
        }
        return total[0];
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
