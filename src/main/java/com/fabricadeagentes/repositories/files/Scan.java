package com.fabricadeagentes.repositories.files;

import com.fabricadeagentes.repositories.Repositories.LeftOut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** One look over a worktree. Files that lstat shows unchanged since the last look are not read again. */
final class Scan {

    static final long LARGEST_FILE = 100L << 20;
    static final int MOST_FILES = 100_000;
    private static final int DEEPEST = 64;
    private static final int LARGEST_RULES = 1 << 20;

    /** File systems stamp a change with a clock that ticks every 4 to 10 ms. */
    private static final long TICK_MILLIS = 20;

    /** Gives the id of a content, keeping it where it is to be kept. */
    interface Blobs {
        ObjectId id(InputStream content, long size) throws IOException;
    }

    /** The {@code .gitignore} of a directory. */
    interface Rules {
        Optional<byte[]> of(OpenDirectory directory, String path) throws IOException;
    }

    private final Map<String, Entry> known;
    private final Tracked tracked;
    private final Blobs blobs;
    private final Rules rules;
    private final Map<String, Entry> files = new HashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    Scan(Map<String, Entry> known, Tracked tracked, Blobs blobs, Rules rules) {
        this.known = known;
        this.tracked = tracked;
        this.blobs = blobs;
        this.rules = rules;
    }

    Scanned of(Path root) throws IOException {
        try (var directory = OpenDirectory.of(root)) {
            var names = directory.names();
            walk(directory, "", names, Ignores.root(rules.of(directory, ""), names), false, 0);
        }
        return new Scanned(files, leftOut);
    }

    /** The rules as they lie in the worktree. */
    static Optional<byte[]> rulesAsFound(OpenDirectory directory, String path) throws IOException {
        var stat = Stat.of(directory.path(Ignores.FILE));
        if (stat.isEmpty() || stat.get().kind() != Stat.Kind.FILE) {
            return Optional.empty();
        }
        try (var content = directory.read(Ignores.FILE)) {
            return Optional.of(content.readNBytes(LARGEST_RULES));
        } catch (AccessDeniedException unreadable) {
            return Optional.empty();
        }
    }

    private void walk(
            OpenDirectory directory,
            String prefix,
            List<String> names,
            Ignores ignores,
            boolean ignoredAbove,
            int depth)
            throws IOException {
        for (var name : names) {
            if (files.size() + leftOut.size() >= MOST_FILES) {
                leftOut.add(new LeftOut(prefix + name, "there are more than " + MOST_FILES + " files"));
                return;
            }
            var stat = Stat.of(directory.path(name));
            if (stat.isEmpty()) {
                continue;
            }
            if (!Names.storable(name)) {
                leftOut.add(new LeftOut(prefix + name, "git cannot record a file of this name"));
                continue;
            }
            boolean isDirectory = stat.get().kind() == Stat.Kind.DIRECTORY;
            boolean ignored = ignoredAbove || ignores.ignored(name, isDirectory);
            var path = prefix + name;
            if (ignored && !(isDirectory ? tracked.directories() : tracked.files()).contains(path)) {
                continue;
            }
            try {
                take(directory, name, path, stat.get(), ignores, ignored, depth);
            } catch (AccessDeniedException unreadable) {
                leftOut.add(new LeftOut(path, "it cannot be read"));
            }
        }
    }

    private void take(
            OpenDirectory directory, String name, String path, Stat stat, Ignores ignores, boolean ignored, int depth)
            throws IOException {
        switch (stat.kind()) {
            case DIRECTORY -> descend(directory, name, path, ignores, ignored, depth);
            case FILE -> file(directory, name, path, stat);
            case LINK -> link(directory, name, path);
            case OTHER -> leftOut.add(new LeftOut(path, "it is neither file nor directory nor link"));
        }
    }

    private void descend(OpenDirectory directory, String name, String path, Ignores ignores, boolean ignored, int depth)
            throws IOException {
        if (depth == DEEPEST) {
            leftOut.add(new LeftOut(path, "it lies more than " + DEEPEST + " directories deep"));
            return;
        }
        try (var child = directory.child(name)) {
            var names = child.names();
            var prefix = path + "/";
            walk(child, prefix, names, ignores.below(prefix, rules.of(child, prefix), names), ignored, depth + 1);
        }
    }

    private void file(OpenDirectory directory, String name, String path, Stat stat) throws IOException {
        var mode = stat.executable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
        var before = known.get(path);
        if (before != null && stat.equals(before.stat())) {
            files.put(path, before);
            return;
        }
        if (stat.size() > LARGEST_FILE) {
            leftOut.add(new LeftOut(path, "it is larger than " + (LARGEST_FILE >> 20) + " MiB"));
            return;
        }
        boolean settled = settled(stat);
        try (var content = directory.read(name)) {
            files.put(path, new Entry(mode, blobs.id(content, stat.size()), settled ? stat : null));
        }
    }

    private void link(OpenDirectory directory, String name, String path) throws IOException {
        var target = Files.readSymbolicLink(directory.path(name)).toString();
        if (!Names.staysInside(path, target)) {
            leftOut.add(new LeftOut(path, "it is a link that leads out of the repository"));
            return;
        }
        var content = target.getBytes(StandardCharsets.UTF_8);
        files.put(path, new Entry(FileMode.SYMLINK, blobs.id(new ByteArrayInputStream(content), content.length), null));
    }

    /** The file system's clock is the machine's own, whatever clock the platform goes by. */
    static boolean settled(Stat stat) {
        return stat.changed().toMillis() + TICK_MILLIS < System.currentTimeMillis();
    }
}
