package com.fabricadeagentes.sandbox.process;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the processes of boxes, with none of the server's environment. */
public final class BoxStarter {

    /** The kernel kills a box when the thread that started it ends, so this one never does. */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("box-starter").factory());

    private BoxStarter() {}

    /** The process, its standard input open and its errors among its output. */
    public static Process start(List<String> line) throws IOException {
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        try {
            return STARTER.submit(builder::start).get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while starting a box", stopped);
        }
    }
}
