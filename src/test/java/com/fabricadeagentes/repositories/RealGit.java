package com.fabricadeagentes.repositories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git that people use, as an oracle and as a client. */
public final class RealGit {

    private RealGit() {}

    public record Ran(int exitCode, String output) {}

    public static Ran tried(Path directory, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "safe.directory=*"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ran(process.waitFor(), output.strip());
    }

    public static String git(Path directory, String... arguments) throws IOException, InterruptedException {
        var ran = tried(directory, arguments);
        if (ran.exitCode() != 0) {
            throw new AssertionError("git " + String.join(" ", arguments) + ": " + ran.output());
        }
        return ran.output();
    }

    /** A repository with a branch main, its files as given: path, content, path, content. */
    public static Path repository(Path directory, String... files) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        git(directory, "init", "-q", "-b", "main");
        for (int i = 0; i < files.length; i += 2) {
            write(directory.resolve(files[i]), files[i + 1]);
        }
        git(directory, "add", "-A", "-f");
        git(directory, "commit", "-q", "--allow-empty", "-m", "Begin");
        return directory;
    }

    public static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
