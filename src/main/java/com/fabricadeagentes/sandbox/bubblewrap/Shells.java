package com.fabricadeagentes.sandbox.bubblewrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one shell waiting for the next box. To join a control group the kernel waits for every processor, some ten
 * milliseconds; the next box's shell does so while nobody waits for it.
 */
final class Shells implements AutoCloseable {

    private final Cgroups cgroups;
    private @Nullable CompletableFuture<WaitingShell> next;

    Shells(Cgroups cgroups) {
        this.cgroups = cgroups;
    }

    /** A shell to be used once. */
    WaitingShell take() throws IOException {
        var shell = joined(exchange(CompletableFuture.supplyAsync(this::started, Thread::startVirtualThread)));
        if (shell == null) {
            return started();
        }
        if (shell.waiting()) {
            return shell;
        }
        shell.close();
        return started();
    }

    @Override
    public void close() throws IOException {
        var last = joined(exchange(null));
        if (last != null) {
            last.close();
        }
    }

    private synchronized @Nullable CompletableFuture<WaitingShell> exchange(
            @Nullable CompletableFuture<WaitingShell> following) {
        var taken = next;
        next = following;
        return taken;
    }

    private static @Nullable WaitingShell joined(@Nullable CompletableFuture<WaitingShell> shell) throws IOException {
        try {
            return shell == null ? null : shell.join();
        } catch (CompletionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    private WaitingShell started() {
        try {
            return WaitingShell.start(cgroups.make());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
