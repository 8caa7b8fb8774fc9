package com.fabricadeagentes.agents.gate;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a test run's results: JUnit XML that it wrote, or else what it printed. */
public final class TestReports {

    private static final int DEPTH = 8;
    private static final int MOST_FILES = 5_000;
    private static final long LARGEST = 20L * 1024 * 1024;
    private static final Set<String> DIRECTORIES =
            Set.of("surefire-reports", "failsafe-reports", "test-results", "test-reports", ".factory-reports");
    private static final Set<String> SKIPPED = Set.of("node_modules", ".git", "classes", "test-classes", ".venv");

    private TestReports() {}

    /** Removes reports of earlier runs, so that none is taken for this one's. */
    public static void clear(Path root) throws IOException {
        for (var report : find(root)) {
            Files.deleteIfExists(report);
        }
    }

    /** @return empty where nothing tells how many tests ran */
    public static Optional<TestResults> read(Path root, String output) throws IOException {
        var reports = find(root);
        var results = new ArrayList<TestResults>();
        for (var report : reports) {
            JUnitXml.read(report).ifPresent(results::add);
        }
        return results.isEmpty() ? PrintedResults.read(output) : Optional.of(JUnitXml.sum(results));
    }

    private static List<Path> find(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return SKIPPED.contains(String.valueOf(directory.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && attributes.size() <= LARGEST && report(file)) {
                    found.add(file);
                }
                return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean report(Path file) {
        var name = String.valueOf(file.getFileName());
        var parent =
                file.getParent() == null ? "" : String.valueOf(file.getParent().getFileName());
        return name.endsWith(".xml")
                && (name.startsWith("junit") || name.startsWith("TEST-") || DIRECTORIES.contains(parent));
    }
}
