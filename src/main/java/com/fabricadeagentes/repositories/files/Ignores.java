package com.fabricadeagentes.repositories.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * What is not recorded unless main tracks it already: what a gate leaves behind, whatever the repository says of it, and
 * what the {@code .gitignore} files name, the nearest first.
 */
final class Ignores {

    static final String FILE = ".gitignore";
    private static final int LONGEST_FILE = 64 * 1024;
    private static final int MOST_LINES = 2_000;
    private static final int MOST_WILDCARDS = 3;
    private static final Pattern DOUBLE_STAR = Pattern.compile("(^|/)\\*\\*(?=/|$)");

    private static final Set<String> LEFTOVER_DIRECTORIES = Set.of(
            "node_modules",
            "__pycache__",
            ".pytest_cache",
            ".mypy_cache",
            ".ruff_cache",
            ".tox",
            ".venv",
            ".gradle",
            ".nyc_output",
            ".factory-reports");
    private static final Pattern LEFTOVER_FILES =
            Pattern.compile(".*\\.(pyc|pyo|class)|\\.factory-.*\\.tmp|\\.eslintcache|hs_err_pid.*\\.log|core\\.\\d+");

    /** Build outputs whose names mean something else elsewhere: only beside the file that makes them. */
    private static final List<BuiltBeside> BUILT = List.of(
            new BuiltBeside("target", Set.of("pom.xml", "Cargo.toml")),
            new BuiltBeside("build", Set.of("build.gradle", "build.gradle.kts", "setup.py", "pyproject.toml")),
            new BuiltBeside("coverage", Set.of("package.json")));

    private record BuiltBeside(String name, Set<String> makers) {}

    private final @Nullable Ignores above;
    private final String directory;
    private final @Nullable IgnoreNode rules;
    private final Set<String> siblings;

    private Ignores(@Nullable Ignores above, String directory, @Nullable IgnoreNode rules, Set<String> siblings) {
        this.above = above;
        this.directory = directory;
        this.rules = rules;
        this.siblings = siblings;
    }

    static Ignores root(Optional<byte[]> rules, List<String> names) {
        return new Ignores(null, "", parse(rules), Set.copyOf(names));
    }

    /** @param directory with a slash at its end */
    Ignores below(String directory, Optional<byte[]> rules, List<String> names) {
        return new Ignores(this, directory, parse(rules), Set.copyOf(names));
    }

    /** @param name of a file or directory in this directory */
    boolean ignored(String name, boolean isDirectory) {
        return leftover(name, isDirectory) || ruledOut(directory + name, isDirectory);
    }

    private boolean leftover(String name, boolean isDirectory) {
        if (!isDirectory) {
            return LEFTOVER_FILES.matcher(name).matches();
        }
        return LEFTOVER_DIRECTORIES.contains(name)
                || (directory.isEmpty() && name.equals("target"))
                || BUILT.stream().anyMatch(built -> built.name().equals(name) && besideMaker(built));
    }

    private boolean besideMaker(BuiltBeside built) {
        return built.makers().stream().anyMatch(siblings::contains);
    }

    private boolean ruledOut(String path, boolean isDirectory) {
        for (var level = this; level != null; level = level.above) {
            if (level.rules != null) {
                var verdict = level.rules.checkIgnored(path.substring(level.directory.length()), isDirectory);
                if (verdict != null) {
                    return verdict;
                }
            }
        }
        return false;
    }

    private static @Nullable IgnoreNode parse(Optional<byte[]> rules) {
        if (rules.isEmpty()) {
            return null;
        }
        var content = rules.get();
        var text = new String(content, 0, Math.min(content.length, LONGEST_FILE), StandardCharsets.UTF_8);
        var tame = text.lines().limit(MOST_LINES).filter(Ignores::tame).collect(Collectors.joining("\n"));
        var node = new IgnoreNode();
        try {
            node.parse(new ByteArrayInputStream(tame.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return node;
    }

    /** Patterns become regular expressions: with many wildcards in one, a model could have us match for hours. */
    private static boolean tame(String line) {
        if (DOUBLE_STAR.matcher(line).results().count() > MOST_WILDCARDS) {
            return false;
        }
        return Arrays.stream(line.split("/", -1))
                .allMatch(segment -> segment.chars().filter(c -> c == '*').count() <= MOST_WILDCARDS);
    }
}
