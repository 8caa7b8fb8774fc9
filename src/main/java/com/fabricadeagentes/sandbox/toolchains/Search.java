package com.fabricadeagentes.sandbox.toolchains;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for tools where the boxes' user could run them, by running each once with an empty environment. */
final class Search {

    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+|\\b\\d+\\b");
    private static final int PATIENCE_SECONDS = 20;
    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    private final List<Path> directories;

    Search(String path) {
        this.directories = Stream.of((path + ":" + USUAL_PATH).split(":"))
                .filter(entry -> entry.startsWith("/"))
                .map(Path::of)
                .filter(Search::othersMayEnter)
                .distinct()
                .toList();
    }

    /** The first program of this name on the path that says its version. */
    Optional<Tool> program(String name, Map<String, String> environment, String... arguments) {
        return directories.stream()
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .flatMap(program -> ask(name, program, environment, arguments).stream())
                .findFirst();
    }

    Optional<Tool> module(Tool python, String name) {
        return ask(name, python.path(), Map.of(), "-m", name, "--version");
    }

    /** Every JDK (not a JRE), under the usual roots and {@code JAVA_HOME}. */
    List<Tool> jdks(Optional<String> javaHome) {
        var homes = new ArrayList<Path>();
        javaHome.map(Path::of).ifPresent(homes::add);
        for (var root : List.of(Path.of("/usr/lib/jvm"), Path.of("/opt"))) {
            try (var entries = Files.newDirectoryStream(root)) {
                entries.forEach(homes::add);
            } catch (IOException absent) {
                continue;
            }
        }
        return homes.stream()
                .map(Search::real)
                .distinct()
                .filter(home -> Files.isExecutable(home.resolve("bin/javac")) && othersMayEnter(home))
                .flatMap(home -> ask("jdk", home.resolve("bin/javac"), Map.of(), "-version").stream())
                .toList();
    }

    private static Optional<Tool> ask(String name, Path program, Map<String, String> environment, String... arguments) {
        var line = new ArrayList<String>();
        line.add(program.toString());
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", USUAL_PATH);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var watch = Thread.startVirtualThread(() -> endLater(process));
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor() == 0;
            watch.interrupt();
            var version = VERSION.matcher(said);
            return ended && version.find() ? Optional.of(new Tool(name, program, version.group())) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void endLater(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path;
        }
    }

    /** Boxes run as another user: what lies under a private home is out of their reach. */
    private static boolean othersMayEnter(Path directory) {
        for (Path step = real(directory); step != null; step = step.getParent()) {
            try {
                if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            } catch (IOException absent) {
                return false;
            }
        }
        return true;
    }
}
