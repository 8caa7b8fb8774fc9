package com.fabricadeagentes.repositories.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;

/** Puts files into a worktree and takes them out, opening every directory on the way without following links. */
final class Checkout {

    private final Path root;
    private final ObjectReader reader;
    private final Consumer<Path> written;

    /** @param written hears of every file, link and directory that was made */
    Checkout(Path root, ObjectReader reader, Consumer<Path> written) {
        this.root = root;
        this.reader = reader;
        this.written = written;
    }

    private interface Inside {
        void act(OpenDirectory directory, String name) throws IOException;
    }

    /** @return the entry with the stat under which it will be recognised */
    Entry write(String path, Entry entry) throws IOException {
        inside(path, true, (directory, name) -> {
            directory.delete(name);
            if (entry.mode().equals(FileMode.SYMLINK)) {
                directory.link(name, Content.link(reader, entry));
            } else {
                try (OutputStream file = directory.create(name, entry.mode().equals(FileMode.EXECUTABLE_FILE))) {
                    reader.open(entry.id(), Constants.OBJ_BLOB).copyTo(file);
                }
            }
            written.accept(directory.path(name));
        });
        return entry;
    }

    /** Removes what stands at a path, and the directories above it that are empty then. */
    void remove(String path) throws IOException {
        inside(path, false, OpenDirectory::delete);
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            var parent = path.substring(0, slash);
            var emptied = new boolean[1];
            inside(parent, false, (directory, name) -> emptied[0] = directory.deleteIfEmpty(name));
            if (!emptied[0]) {
                return;
            }
        }
    }

    private void inside(String path, boolean make, Inside act) throws IOException {
        var steps = List.of(path.split("/", -1));
        try (var directory = OpenDirectory.of(root)) {
            inside(directory, steps, make, act);
        }
    }

    private void inside(OpenDirectory directory, List<String> steps, boolean make, Inside act) throws IOException {
        var name = steps.getFirst();
        if (steps.size() == 1) {
            act.act(directory, name);
            return;
        }
        var there = Stat.of(directory.path(name));
        boolean isDirectory = there.isPresent() && there.get().kind() == Stat.Kind.DIRECTORY;
        if (!isDirectory && !make) {
            return;
        }
        try (var child = isDirectory ? directory.child(name) : directory.makeChild(name)) {
            if (!isDirectory) {
                written.accept(child.path());
            }
            inside(child, steps.subList(1, steps.size()), make, act);
        }
    }
}
