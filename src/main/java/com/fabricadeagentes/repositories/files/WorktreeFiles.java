package com.fabricadeagentes.repositories.files;

import com.fabricadeagentes.repositories.Repositories.LeftOut;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * One run's worktree and what was last seen of it. What is known lives in memory alone: a model cannot forge it, and
 * after a restart the files are simply read once more. Used by one thread at a time.
 */
public final class WorktreeFiles {

    private static final int SMALL = 1 << 20;

    private final Path root;
    private final Consumer<Path> written;
    private Map<String, Entry> seen = Map.of();
    private Map<String, Entry> carried = Map.of();
    private Set<String> onMain = Set.of();
    private List<LeftOut> leftOut = List.of();
    private @Nullable ObjectId tree;

    /** @param written hears of every file, link and directory that is made here */
    public WorktreeFiles(Path root, Consumer<Path> written) {
        this.root = root;
        this.written = written;
    }

    /** What the last {@link #record} could not take. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Takes the files as they lie there, tracking those of main; for a worktree that another process made. */
    public void adopt(Repository repository, ObjectId main) throws IOException {
        try (var reader = repository.newObjectReader()) {
            var files = Content.read(reader, main);
            onMain = new HashSet<>(files.keySet());
            carried = takeCarried(reader, files);
        }
    }

    /** Removes a worktree with all it holds. */
    public static void delete(Path root) throws IOException {
        try (var parent = OpenDirectory.of(Objects.requireNonNull(root.getParent()))) {
            parent.delete(root.getFileName().toString());
        }
    }

    /** Writes the files as they are into the repository. @return the tree */
    public ObjectId record(Repository repository) throws IOException {
        try (var inserter = repository.newObjectInserter()) {
            var scan =
                    new Scan(seen, tracked(), (content, size) -> insert(inserter, content, size), Scan::rulesAsFound);
            var scanned = scan.of(root);
            leftOut = List.copyOf(scanned.leftOut());
            if (tree == null || !same(scanned.files())) {
                tree = Content.write(inserter, withCarried(scanned.files()));
                inserter.flush();
            }
            seen = scanned.files();
            return tree;
        }
    }

    /**
     * Makes the files those of {@code target}; what its own rules ignore stays.
     *
     * @param main the tree of main's commit that the run began from
     */
    public void reset(Repository repository, ObjectId target, ObjectId main) throws IOException {
        try (var reader = repository.newObjectReader();
                var hasher = new ObjectInserter.Formatter()) {
            var wanted = Content.read(reader, target);
            onMain = new HashSet<>((main.equals(target) ? wanted : Content.read(reader, main)).keySet());
            carried = takeCarried(reader, wanted);
            var known = new HashMap<>(seen);
            var tracked = new HashSet<>(wanted.keySet());
            tracked.addAll(seen.keySet());
            var scanned = new Scan(
                            known,
                            Tracked.of(tracked),
                            (content, size) -> hasher.idFor(Constants.OBJ_BLOB, size, content),
                            (_, directory) -> Content.rules(reader, wanted, directory))
                    .of(root);
            try (var checkout = new Checkout(root, reader, written)) {
                seen = apply(checkout, scanned, wanted);
            }
            tree = target;
        }
    }

    private static Map<String, Entry> apply(Checkout checkout, Scanned scanned, Map<String, Entry> wanted)
            throws IOException {
        for (var stray : scanned.leftOut()) {
            checkout.remove(stray.path());
        }
        for (var path : scanned.files().keySet()) {
            if (!wanted.containsKey(path)) {
                checkout.remove(path);
            }
        }
        var now = new HashMap<String, Entry>();
        for (var named : new TreeMap<>(wanted).entrySet()) {
            var path = named.getKey();
            var file = named.getValue();
            var there = scanned.files().get(path);
            if (there != null && there.same(file)) {
                now.put(path, there);
            } else {
                checkout.write(path, file);
                now.put(path, file);
            }
        }
        return now;
    }

    /** Takes out of the wanted files what cannot lie here; it stays recorded as it was. */
    private static Map<String, Entry> takeCarried(org.eclipse.jgit.lib.ObjectReader reader, Map<String, Entry> wanted)
            throws IOException {
        var carried = new HashMap<String, Entry>();
        for (var file : wanted.entrySet()) {
            if (!Content.canLie(reader, file.getKey(), file.getValue())) {
                carried.put(file.getKey(), file.getValue());
            }
        }
        wanted.keySet().removeAll(carried.keySet());
        return carried;
    }

    private Map<String, Entry> withCarried(Map<String, Entry> files) {
        if (carried.isEmpty()) {
            return files;
        }
        var all = new HashMap<>(files);
        var directories = Tracked.of(files.keySet()).directories();
        carried.forEach((path, entry) -> {
            if (!directories.contains(path) && !overFile(files, path)) {
                all.putIfAbsent(path, entry);
            }
        });
        return all;
    }

    private static boolean overFile(Map<String, Entry> files, String path) {
        return Tracked.of(Set.of(path)).directories().stream().anyMatch(files::containsKey);
    }

    private Tracked tracked() {
        var files = new HashSet<>(onMain);
        files.addAll(seen.keySet());
        return Tracked.of(files);
    }

    private boolean same(Map<String, Entry> files) {
        return files.size() == seen.size()
                && files.entrySet().stream().allMatch(file -> {
                    var before = seen.get(file.getKey());
                    return before != null && before.same(file.getValue());
                });
    }

    private static ObjectId insert(ObjectInserter inserter, InputStream content, long size) throws IOException {
        return size <= SMALL
                ? inserter.insert(Constants.OBJ_BLOB, content.readNBytes((int) size))
                : inserter.insert(Constants.OBJ_BLOB, size, content);
    }
}
