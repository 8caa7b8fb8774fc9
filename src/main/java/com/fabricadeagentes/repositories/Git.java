package com.fabricadeagentes.repositories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The real git, with everything off by which a repository could run something: hooks, filters, fsmonitor, external
 * diffs, submodules, credentials helpers. Nothing of the server's environment reaches it.
 */
final class Git {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int MOST_OUTPUT = 64 * 1024 * 1024;
    private static final List<String> HARDENED = List.of(
            "-c", "core.hooksPath=/dev/null",
            "-c", "core.fsmonitor=false",
            "-c", "core.attributesFile=/dev/null",
            "-c", "core.quotePath=false",
            "-c", "core.protectNTFS=true",
            "-c", "core.protectHFS=true",
            "-c", "diff.external=",
            "-c", "diff.renames=true",
            "-c", "submodule.recurse=false",
            "-c", "credential.helper=",
            "-c", "gc.auto=0",
            "-c", "init.defaultBranch=main",
            "-c", "user.useConfigOnly=false");

    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Duration longest = LONGEST;

    Git(Path directory) {
        this.directory = directory;
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", "/nonexistent");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
    }

    /** A command of git in a bare repository. */
    static Git in(Path bare) {
        return new Git(bare).with("GIT_DIR", bare.toString());
    }

    Git with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Git within(Duration time) {
        this.longest = time;
        return this;
    }

    /** @throws GitFault where git did not end well; the message holds what it said */
    byte[] bytes(String... arguments) {
        return run(null, arguments).orThrow();
    }

    String text(String... arguments) {
        return new String(bytes(arguments), StandardCharsets.UTF_8).strip();
    }

    Result run(byte @Nullable [] input, String... arguments) {
        var command = new ArrayList<String>();
        command.add("git");
        command.addAll(HARDENED);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return finish(builder.start(), input, arguments[0]);
        } catch (IOException cause) {
            throw new UncheckedIOException("git could not be started", cause);
        }
    }

    private Result finish(Process process, byte @Nullable [] input, String name) throws IOException {
        var out = CompletableFuture.supplyAsync(() -> drained(process.getInputStream()), Thread::startVirtualThread);
        var err = CompletableFuture.supplyAsync(() -> drained(process.getErrorStream()), Thread::startVirtualThread);
        try (var stdin = process.getOutputStream()) {
            if (input != null) {
                stdin.write(input);
            }
        }
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new GitFault("git " + name + " took longer than " + longest.toSeconds() + " s");
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new GitFault("git " + name + " was stopped");
        }
        return new Result(name, process.exitValue(), out.join(), new String(err.join(), StandardCharsets.UTF_8));
    }

    private static byte[] drained(InputStream stream) {
        var kept = new ByteArrayOutputStream();
        try (stream) {
            var buffer = new byte[65_536];
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                if (kept.size() < MOST_OUTPUT) {
                    kept.write(buffer, 0, n);
                }
            }
        } catch (IOException ended) {
            return kept.toByteArray();
        }
        return kept.toByteArray();
    }

    record Result(String name, int exitCode, byte[] output, String error) {

        boolean ok() {
            return exitCode == 0;
        }

        byte[] orThrow() {
            if (!ok()) {
                throw new GitFault("git " + name + ": " + error.strip());
            }
            return output;
        }

        String text() {
            return new String(output, StandardCharsets.UTF_8).strip();
        }
    }

    /** git did not do what was asked. */
    static final class GitFault extends RuntimeException {
        GitFault(String message) {
            super(message);
        }
    }
}
