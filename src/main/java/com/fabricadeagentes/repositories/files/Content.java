package com.fabricadeagentes.repositories.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Trees of a repository, read into and written from maps of path to entry. */
final class Content {

    private Content() {}

    static Map<String, Entry> read(ObjectReader reader, ObjectId tree) throws IOException {
        var entries = new HashMap<String, Entry>();
        try (var walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                entries.put(walk.getPathString(), new Entry(walk.getFileMode(0), walk.getObjectId(0), null));
            }
        }
        return entries;
    }

    static ObjectId write(ObjectInserter inserter, Map<String, Entry> entries) throws IOException {
        var cache = DirCache.newInCore();
        var builder = cache.builder();
        for (var file : entries.entrySet()) {
            var entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(file.getValue().mode());
            entry.setObjectId(file.getValue().id());
            builder.add(entry);
        }
        builder.finish();
        return cache.writeTree(inserter);
    }

    /** Whether a worktree can hold this: not submodules, not links to elsewhere, not names that git refuses. */
    static boolean canLie(ObjectReader reader, String path, Entry entry) throws IOException {
        if (!Names.storablePath(path) || entry.mode().equals(FileMode.GITLINK)) {
            return false;
        }
        return !entry.mode().equals(FileMode.SYMLINK) || Names.staysInside(path, link(reader, entry));
    }

    static String link(ObjectReader reader, Entry entry) throws IOException {
        return new String(bytes(reader, entry), StandardCharsets.UTF_8);
    }

    /** The {@code .gitignore} of a directory as a tree has it. */
    static Optional<byte[]> rules(ObjectReader reader, Map<String, Entry> entries, String directory)
            throws IOException {
        var entry = entries.get(directory + Ignores.FILE);
        return entry == null || (entry.mode().getBits() & FileMode.TYPE_MASK) != FileMode.TYPE_FILE
                ? Optional.empty()
                : Optional.of(bytes(reader, entry));
    }

    private static byte[] bytes(ObjectReader reader, Entry entry) throws IOException {
        var content = new ByteArrayOutputStream();
        reader.open(entry.id(), Constants.OBJ_BLOB).copyTo(content);
        return content.toByteArray();
    }
}
