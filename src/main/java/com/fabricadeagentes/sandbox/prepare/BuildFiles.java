package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The files of a workspace that name dependencies, by path relative to its root; links are not followed.
 *
 * @param texts path with {@code /} to content
 */
record BuildFiles(SortedMap<String, String> texts) {

    private static final int DEEPEST = 8;
    private static final long LARGEST = 16L * 1024 * 1024;
    private static final int MOST = 500;
    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", "dist", "__pycache__");
    private static final Set<String> ROOT_FILES =
            Set.of("package.json", "package-lock.json", "pyproject.toml", ".mvn/extensions.xml");

    static BuildFiles read(Path workspace) throws IOException, PreparationFailed {
        var paths = new TreeMap<String, Path>();
        Files.walkFileTree(workspace, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                var name = directory.equals(workspace)
                        ? ""
                        : directory.getFileName().toString();
                boolean hidden = name.startsWith(".") && !name.equals(".mvn");
                return hidden || SKIPPED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var path = workspace.relativize(file).toString();
                if (attributes.isRegularFile() && matters(path)) {
                    paths.put(path, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (paths.size() > MOST) {
            throw new PreparationFailed("There are more than " + MOST + " build files.");
        }
        var texts = new TreeMap<String, String>();
        for (var entry : paths.entrySet()) {
            texts.put(entry.getKey(), text(entry.getKey(), entry.getValue()));
        }
        return new BuildFiles(texts);
    }

    private static boolean matters(String path) {
        return path.equals("pom.xml")
                || path.endsWith("/pom.xml")
                || ROOT_FILES.contains(path)
                || path.matches("requirements[\\w.-]*\\.txt");
    }

    private static String text(String path, Path file) throws IOException, PreparationFailed {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var bytes = in.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new PreparationFailed(path + " is larger than " + LARGEST / 1024 / 1024 + " MiB.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    BuildFiles only(Predicate<String> path) {
        var some = new TreeMap<>(texts);
        some.keySet().removeIf(path.negate());
        return new BuildFiles(some);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** A digest of names and contents. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) ->
                    digest.update((path + '\0' + text.length() + '\0' + text).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void copyTo(Path directory) throws IOException {
        for (var entry : texts.entrySet()) {
            var file = directory.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
    }
}
