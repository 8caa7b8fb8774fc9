package com.fabricadeagentes.repositories.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Puts files into a worktree and takes them out. Every directory on the way is opened without following links, and held
 * open for the next file: in the order of their paths, files cost little more than themselves.
 */
final class Checkout implements Closeable {

    private final ObjectReader reader;
    private final Consumer<Path> written;
    private final List<String> names = new ArrayList<>();
    private final List<OpenDirectory> open = new ArrayList<>();

    /** @param written hears of every file, link and directory that was made */
    Checkout(Path root, ObjectReader reader, Consumer<Path> written) throws IOException {
        this.reader = reader;
        this.written = written;
        open.add(OpenDirectory.of(root));
    }

    void write(String path, Entry entry) throws IOException {
        var directory = enter(path);
        var name = name(path);
        try {
            put(directory, name, entry);
        } catch (FileAlreadyExistsException occupied) {
            directory.delete(name);
            put(directory, name, entry);
        }
        written.accept(directory.path(name));
    }

    private void put(OpenDirectory directory, String name, Entry entry) throws IOException {
        if (entry.mode().equals(FileMode.SYMLINK)) {
            directory.link(name, Content.link(reader, entry));
            return;
        }
        try (var file = directory.create(name, entry.mode().equals(FileMode.EXECUTABLE_FILE))) {
            reader.open(entry.id(), Constants.OBJ_BLOB).copyTo(file);
        }
    }

    /** Removes what stands at a path, and the directories above it that are empty then. */
    void remove(String path) throws IOException {
        if (find(path)) {
            deepest().delete(name(path));
        }
        while (!names.isEmpty()) {
            var emptied = names.getLast();
            leave();
            if (!deepest().deleteIfEmpty(emptied)) {
                return;
            }
        }
    }

    /** Goes to the directory of a path, making what is missing; what else stands in the way gives way. */
    private OpenDirectory enter(String path) throws IOException {
        for (var step : remaining(path)) {
            var there = Stat.of(deepest().path(step));
            boolean isDirectory = there.isPresent() && there.get().kind() == Stat.Kind.DIRECTORY;
            var child = isDirectory ? deepest().child(step) : deepest().makeChild(step);
            if (!isDirectory) {
                written.accept(child.path());
            }
            push(step, child);
        }
        return deepest();
    }

    /** Goes to the directory of a path as far as there is one. @return whether it is there */
    private boolean find(String path) throws IOException {
        for (var step : remaining(path)) {
            var there = Stat.of(deepest().path(step));
            if (there.isEmpty() || there.get().kind() != Stat.Kind.DIRECTORY) {
                return false;
            }
            push(step, deepest().child(step));
        }
        return true;
    }

    /** Leaves the directories that are not on the way. @return the steps that are still to go */
    private List<String> remaining(String path) throws IOException {
        var steps = List.of(path.split("/", -1));
        int common = 0;
        while (common < names.size()
                && common < steps.size() - 1
                && names.get(common).equals(steps.get(common))) {
            common++;
        }
        while (names.size() > common) {
            leave();
        }
        return steps.subList(common, steps.size() - 1);
    }

    private void push(String name, OpenDirectory directory) {
        names.add(name);
        open.add(directory);
    }

    private void leave() throws IOException {
        names.removeLast();
        open.removeLast().close();
    }

    private OpenDirectory deepest() {
        return open.getLast();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            open.removeLast().close();
        }
    }
}
