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
import javax.xml.stream.XMLStreamException;

/** Finds a test run's results: JUnit XML that it wrote, and what it printed. */
public final class TestReports {

    private static final int DEPTH = 10;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Set<String> DIRECTORIES =
            Set.of("surefire-reports", "failsafe-reports", "test-results", "test-reports", ".factory-reports");

    /** What lies below these is somebody's source or copied from it, never a run's report. */
    private static final Set<String> SOURCES = Set.of(
            ".git", "node_modules", ".venv", "src", "resources", "fixtures", "testdata", "classes", "test-classes");

    private TestReports() {}

    /** Removes reports of earlier runs, so that none is taken for this one's. */
    public static void clear(Path root) throws IOException {
        for (var report : find(root)) {
            Files.deleteIfExists(report);
        }
    }

    /** @return empty where nothing tells how many tests ran, or what tells it is broken */
    public static Optional<TestResults> read(Path root, String output) throws IOException {
        var tally = new Tally();
        long bytes = 0;
        for (var report : find(root)) {
            bytes += Files.size(report);
            if (bytes > MOST_BYTES) {
                return Optional.empty();
            }
            try (var input = Files.newInputStream(report)) {
                JUnitXml.read(input, tally);
            } catch (XMLStreamException broken) {
                return Optional.empty();
            }
        }
        if (tally.isEmpty()) {
            return PrintedResults.read(output);
        }
        // A repository of two languages: what writes no reports prints TAP.
        Tap.read(output).ifPresent(tally::add);
        return Optional.of(tally.results());
    }

    private static List<Path> find(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean source = !directory.equals(root) && SOURCES.contains(name(directory));
                return source ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isReport(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private static boolean isReport(Path file) {
        var name = name(file);
        return name.endsWith(".xml")
                && (name.startsWith("junit")
                        || name.startsWith("TEST-")
                        || DIRECTORIES.contains(name(file.resolveSibling(""))));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
