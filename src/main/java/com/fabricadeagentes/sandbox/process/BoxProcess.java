package com.fabricadeagentes.sandbox.process;

import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Finished;
import com.fabricadeagentes.sandbox.Finished.Limit;
import com.fabricadeagentes.sandbox.Running;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A box at work: drains what it prints, ends it at its limits, and sees that nothing of it is left. */
public final class BoxProcess implements Running {

    private static final Logger LOG = LoggerFactory.getLogger(BoxProcess.class);
    private static final int SIGNALLED = 128;
    private static final int FILE_TOO_LARGE = 25;

    /** What a kind of box knows of its own limits. */
    public interface Accounting {

        /** The limit that was hit, if one was. */
        Optional<Limit> breach();

        /** Removes what accounted for the box, and whoever is left in it. */
        void close() throws IOException;
    }

    private final Process process;
    private final Box box;
    private final Path output;
    private final Accounting accounting;
    private final long begun = System.nanoTime();
    private final AtomicReference<@Nullable Limit> stoppedBy = new AtomicReference<>();
    private final CompletableFuture<Finished> finished = new CompletableFuture<>();

    private BoxProcess(Process process, Box box, Path output, Accounting accounting) {
        this.process = process;
        this.box = box;
        this.output = output;
        this.accounting = accounting;
    }

    /**
     * Starts a process and attends to it.
     *
     * @param timed whether the wall time of the box's limits ends it
     */
    public static BoxProcess start(List<String> line, Box box, Path outputs, boolean timed, Accounting accounting)
            throws IOException {
        var process = BoxStarter.start(line);
        process.getOutputStream().close();
        return attend(process, box, outputs, timed, accounting);
    }

    /** Attends to a process that {@link BoxStarter} started. */
    public static BoxProcess attend(Process process, Box box, Path outputs, boolean timed, Accounting accounting) {
        var running = new BoxProcess(process, box, outputs.resolve(Ids.next() + ".txt"), accounting);
        Thread.ofVirtual().name("box").start(() -> running.attend(timed));
        return running;
    }

    private void attend(boolean timed) {
        try {
            var bytes = CompletableFuture.supplyAsync(this::drain, Thread::startVirtualThread);
            var disk = new DiskWatch(box.workspace(), box.limits().disk(), () -> end(Limit.DISK));
            try (disk) {
                disk.start();
                if (timed && !process.waitFor(box.limits().wall().toMillis(), TimeUnit.MILLISECONDS)) {
                    end(Limit.WALL_TIME);
                }
                process.waitFor();
            }
            var limit =
                    Optional.ofNullable(stoppedBy.get()).or(accounting::breach).or(this::fileSize);
            accounting.close();
            var elapsed = Duration.ofNanos(System.nanoTime() - begun);
            finished.complete(new Finished(process.exitValue(), limit, output, bytes.join(), elapsed));
        } catch (IOException | InterruptedException | RuntimeException fault) {
            LOG.error("A box could not be attended to its end", fault);
            process.destroyForcibly();
            finished.completeExceptionally(fault);
        }
    }

    private Optional<Limit> fileSize() {
        return process.exitValue() == SIGNALLED + FILE_TOO_LARGE ? Optional.of(Limit.FILE_SIZE) : Optional.empty();
    }

    /** Keeps output up to the limit; what comes after is read and counted, so that the process is not held up. */
    private long drain() {
        long total = 0;
        long most = box.limits().output();
        try (InputStream from = process.getInputStream();
                var to = Files.newOutputStream(output)) {
            var buffer = new byte[65_536];
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                long room = Math.max(0, most - total);
                to.write(buffer, 0, (int) Math.min(n, room));
                to.flush();
                total += n;
            }
        } catch (IOException ended) {
            LOG.debug("The output of a box ended early", ended);
        }
        return total;
    }

    private void end(Limit limit) {
        stoppedBy.compareAndSet(null, limit);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Waits for the end; an interrupt ends the box. */
    public Finished await() throws InterruptedException {
        try {
            return finished.get();
        } catch (InterruptedException stopped) {
            end(Limit.CANCELLED);
            finished.handle((_, _) -> deleted()).join();
            throw stopped;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a box ended badly", fault.getCause());
        }
    }

    private boolean deleted() {
        try {
            return Files.deleteIfExists(output);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public Path output() {
        return output;
    }

    @Override
    public CompletableFuture<Finished> finished() {
        return finished;
    }

    @Override
    public void stop() {
        end(Limit.CANCELLED);
        finished.handle((_, _) -> true).join();
    }
}
