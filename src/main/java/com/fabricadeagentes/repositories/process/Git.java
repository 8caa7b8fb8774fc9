package com.fabricadeagentes.repositories.process;

import com.fabricadeagentes.kernel.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Runs git with an environment of our own making and a configuration that a repository cannot override: no hooks, no
 * fsmonitor, no prompts, no external programs, no submodules, no replaced objects, no machine's or person's settings.
 */
@Component
public final class Git {

    private static final String CONFIG = """
            [core]
            	hooksPath = /dev/null
            	fsmonitor = false
            	askPass = /bin/false
            	pager = cat
            	editor = /bin/false
            	protectHFS = true
            	protectNTFS = true
            	attributesFile = /dev/null
            	excludesFile = /dev/null
            [credential]
            	helper =
            [diff]
            	external =
            [submodule]
            	recurse = false
            [fetch]
            	recurseSubmodules = false
            	fsckObjects = true
            	unpackLimit = 1
            [fetch "fsck"]
            	zeroPaddedFilemode = ignore
            	missingSpaceBeforeDate = ignore
            	missingSpaceBeforeEmail = ignore
            	badTimezone = ignore
            	missingTaggerEntry = ignore
            	missingEmail = ignore
            [gc]
            	auto = 0
            [maintenance]
            	auto = false
            [http]
            	followRedirects = false
            	lowSpeedLimit = 1000
            	lowSpeedTime = 60
            [safe]
            	directory = *
            [advice]
            	detachedHead = false
            """;

    private static final int LARGEST_OUTPUT = 32 << 20;
    private static final int LARGEST_ERROR = 64 << 10;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Executor READERS =
            command -> Thread.ofVirtual().name("git-output").start(command);

    private final Path config;

    public Git(Installation installation) {
        this.config = written(installation.homeDirectory("repositories").resolve(".gitconfig"));
    }

    /**
     * How a call ended.
     *
     * @param stopped why it was ended before its time; empty where it ended by itself
     */
    public record Outcome(int exitCode, String output, String error, String stopped) {

        public boolean ok() {
            return exitCode == 0 && stopped.isEmpty();
        }
    }

    /**
     * What a call may need and take.
     *
     * @param settings further configuration, given where no other process can read it
     * @param tooMuch asked a few times a second; true ends the call
     */
    public record Frame(
            Path directory,
            Duration limit,
            Map<String, String> environment,
            Map<String, String> settings,
            BooleanSupplier tooMuch) {

        public static Frame of(Path directory, Duration limit) {
            return new Frame(directory, limit, Map.of(), Map.of(), () -> false);
        }
    }

    public Outcome run(Frame frame, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(frame.directory().toFile());
        environment(builder.environment(), frame);
        var process = builder.start();
        try {
            process.getOutputStream().close();
            var output = collect(process.getInputStream(), LARGEST_OUTPUT);
            var error = collect(process.getErrorStream(), LARGEST_ERROR);
            var stopped = await(process, frame);
            return new Outcome(process.waitFor(), output.join(), error.join(), stopped);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", stop);
        } finally {
            kill(process);
        }
    }

    private static String await(Process process, Frame frame) throws InterruptedException {
        long end = System.nanoTime() + frame.limit().toNanos();
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            var why = System.nanoTime() > end
                    ? "it took longer than " + frame.limit().toSeconds() + " s"
                    : frame.tooMuch().getAsBoolean() ? "it is too large" : "";
            if (!why.isEmpty()) {
                kill(process);
                return why;
            }
        }
        return "";
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static CompletableFuture<String> collect(InputStream stream, int limit) {
        return CompletableFuture.supplyAsync(() -> drained(stream, limit), READERS);
    }

    /** Reads to the end, so that git never waits for us, and keeps the beginning. */
    private static String drained(InputStream stream, int limit) {
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                kept.write(buffer, 0, Math.min(read, limit - kept.size()));
            }
        } catch (IOException closed) {
            // the process was ended; what came until then counts
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private void environment(Map<String, String> environment, Frame frame) {
        environment.clear();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", "/nonexistent");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", config.toString());
        environment.put("GIT_ATTR_NOSYSTEM", "1");
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_ALLOW_PROTOCOL", "");
        environment.putAll(frame.environment());
        int n = 0;
        for (var setting : frame.settings().entrySet()) {
            environment.put("GIT_CONFIG_KEY_" + n, setting.getKey());
            environment.put("GIT_CONFIG_VALUE_" + n, setting.getValue());
            n++;
        }
        environment.put("GIT_CONFIG_COUNT", String.valueOf(n));
    }

    private static Path written(Path file) {
        try {
            var fresh = Files.createTempFile(file.getParent(), ".gitconfig", "");
            Files.writeString(fresh, CONFIG);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException("cannot write " + file, cause);
        }
    }
}
