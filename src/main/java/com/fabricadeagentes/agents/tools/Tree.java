package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.agents.tools.WorkFiles.Entry;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What lies below a directory, without what builds and package managers leave there. */
final class Tree {

    private static final int MOST_FILES = 20_000;
    private static final Set<String> NOISE = Set.of(
            ".git", "target", "node_modules", "__pycache__", ".pytest_cache", ".venv", "dist", "build", ".gradle");

    private final List<Entry> found = new ArrayList<>();

    private Tree() {}

    static List<Entry> below(SecureDirectoryStream<Path> directory, Path place, int depth) {
        var tree = new Tree();
        tree.add(directory, place, depth);
        tree.found.sort(Comparator.comparing(Entry::place));
        return tree.found;
    }

    private void add(SecureDirectoryStream<Path> directory, Path place, int depth) {
        try {
            for (var path : directory) {
                if (found.size() >= MOST_FILES) {
                    return;
                }
                var name = path.getFileName();
                var attributes = attributes(directory, name);
                if (attributes.isPresent()) {
                    add(directory, name, new Entry(place.resolve(name), attributes.get()), depth);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            // what can be seen is shown
        }
    }

    private void add(SecureDirectoryStream<Path> directory, Path name, Entry entry, int depth) {
        if (!entry.attributes().isDirectory()) {
            found.add(entry);
        } else if (!NOISE.contains(name.toString())) {
            if (depth <= 1) {
                found.add(entry);
                return;
            }
            try (var inner = Way.secure(directory.newDirectoryStream(name, Way.THROUGH_NO_LINK), name)) {
                add(inner, entry.place(), depth - 1);
            } catch (IOException unreadable) {
                found.add(entry);
            }
        }
    }

    static Optional<BasicFileAttributes> attributes(SecureDirectoryStream<Path> directory, Path name) {
        try {
            return Optional.of(Objects.requireNonNull(
                            directory.getFileAttributeView(name, BasicFileAttributeView.class, Way.THROUGH_NO_LINK))
                    .readAttributes());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    static Optional<BasicFileAttributes> attributes(Path root) {
        try {
            return Optional.of(Files.readAttributes(root, BasicFileAttributes.class));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
