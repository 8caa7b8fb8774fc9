package com.fabricadeagentes.agents.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The run's files, as far as a model may reach: below the root, through no link, never git's own. Commands run in boxes
 * that are gone when a file tool works, so nothing can swap a checked directory for a link in between.
 */
final class WorkFiles {

    static final long LARGEST_READ = 10L * 1024 * 1024;
    static final long LARGEST_WRITE = 1024 * 1024;
    private static final int LONGEST_PATH = 1000;
    private static final int MOST_FILES = 20_000;

    /** Left by builds and package managers; no model needs to read them. */
    private static final Set<String> NOISE =
            Set.of("target", "node_modules", "__pycache__", ".pytest_cache", ".venv", "dist", "build", ".gradle");

    private final Path root;

    WorkFiles(Path root) {
        this.root = root;
    }

    /** Where that path lies, if a model may go there. */
    Path resolve(String path) throws BadInput {
        if (path.length() > LONGEST_PATH || path.indexOf('\0') >= 0) {
            throw new BadInput("That path is no path of a file here.");
        }
        var relative = Path.of(path.isEmpty() ? "." : path);
        var target = root.resolve(relative).normalize();
        if (relative.isAbsolute() || !target.startsWith(root)) {
            throw new BadInput(path + " is outside of the repository; paths are relative to its root.");
        }
        var step = root;
        for (var name : root.relativize(target)) {
            step = step.resolve(name);
            if (name.toString().equalsIgnoreCase(".git")) {
                throw new BadInput(".git belongs to the platform.");
            }
            if (Files.isSymbolicLink(step)) {
                throw new BadInput(root.relativize(step) + " is a symbolic link; links are not followed.");
            }
        }
        return target;
    }

    byte[] read(Path file) throws BadInput {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new BadInput(name(file) + " is not a file.");
            }
            if (attributes.size() > LARGEST_READ) {
                throw new BadInput(name(file) + " is too large to read (" + attributes.size() + " bytes).");
            }
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new BadInput("There is no file " + name(file) + ".");
        }
    }

    boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Replaces the file as a whole; missing directories are made. */
    void write(Path file, byte[] content) throws BadInput {
        if (content.length > LARGEST_WRITE) {
            throw new BadInput("That is too much for one file: " + LARGEST_WRITE + " bytes at most.");
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadInput(name(file) + " is a directory.");
        }
        try {
            var directory = parent(file);
            makeDirectories(directory);
            var draft = Files.createTempFile(directory, ".factory-", ".tmp");
            Files.write(draft, content);
            copyMode(file, draft);
            own(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new BadInput(
                    name(file) + " cannot be written: " + cause.getClass().getSimpleName() + ".");
        }
    }

    private void makeDirectories(Path directory) throws IOException, BadInput {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (exists(directory)) {
            throw new BadInput(name(directory) + " is a file, so nothing can be written below it.");
        }
        makeDirectories(parent(directory));
        Files.createDirectory(directory);
        own(directory);
    }

    private Path parent(Path path) {
        return java.util.Objects.requireNonNullElse(path.getParent(), root);
    }

    /** An existing file keeps its mode; a new one is readable as others are. */
    private static void copyMode(Path from, Path to) throws IOException {
        var mode = Files.exists(from, LinkOption.NOFOLLOW_LINKS)
                ? Files.getPosixFilePermissions(from, LinkOption.NOFOLLOW_LINKS)
                : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(to, mode);
    }

    /** What the platform writes as root must be the sandbox user's, as everything here is. */
    private void own(Path path) throws IOException {
        var owner = Files.getOwner(root, LinkOption.NOFOLLOW_LINKS);
        if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            Files.setOwner(path, owner);
        }
    }

    /** Every file below, noise apart, in order. */
    List<Path> walk(Path from, int depth) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(from, Set.of(), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    var name = String.valueOf(directory.getFileName());
                    boolean skip = !directory.equals(from) && (NOISE.contains(name) || name.equals(".git"));
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        found.sort(null);
        return found;
    }

    String name(Path file) {
        return root.relativize(file).toString();
    }
}
