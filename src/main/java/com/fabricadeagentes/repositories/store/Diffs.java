package com.fabricadeagentes.repositories.store;

import com.fabricadeagentes.repositories.Repositories.FileDiff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What lies between two trees. No attribute, driver or filter of the repository has a say in it. */
final class Diffs {

    private static final int LARGEST_TEXT = 1 << 20;
    private static final int LARGEST_DIFF = 16 << 20;

    private Diffs() {}

    static List<String> paths(Repository repository, ObjectId from, ObjectId to) throws IOException {
        var paths = new ArrayList<String>();
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(Commits.tree(repository, from));
            walk.addTree(Commits.tree(repository, to));
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                paths.add(walk.getPathString());
            }
        }
        return paths;
    }

    static List<FileDiff> files(Repository repository, ObjectId from, ObjectId to) throws IOException {
        var files = new ArrayList<FileDiff>();
        var patch = new ByteArrayOutputStream();
        long room = LARGEST_DIFF;
        try (var reader = repository.newObjectReader();
                var formatter = new DiffFormatter(patch)) {
            formatter.setReader(reader, new org.eclipse.jgit.lib.Config());
            formatter.setDetectRenames(true);
            formatter.setBinaryFileThreshold(LARGEST_TEXT);
            formatter.setAbbreviationLength(10);
            for (var entry : formatter.scan(Commits.tree(repository, from), Commits.tree(repository, to))) {
                patch.reset();
                var header = formatter.toFileHeader(entry);
                if (room > 0) {
                    formatter.format(entry);
                    formatter.flush();
                }
                room -= patch.size();
                files.add(file(entry, header, patch.toString(StandardCharsets.UTF_8)));
            }
        }
        return files;
    }

    private static FileDiff file(DiffEntry entry, FileHeader header, String patch) {
        int added = 0;
        int deleted = 0;
        for (var edit : header.toEditList()) {
            added += edit.getLengthB();
            deleted += edit.getLengthA();
        }
        var path = entry.getChangeType() == DiffEntry.ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath();
        boolean binary = header.getPatchType() != FileHeader.PatchType.UNIFIED;
        return new FileDiff(path, status(entry.getChangeType()), added, deleted, binary, patch);
    }

    private static String status(DiffEntry.ChangeType type) {
        return switch (type) {
            case ADD, COPY -> "added";
            case MODIFY -> "modified";
            case DELETE -> "deleted";
            case RENAME -> "renamed";
        };
    }
}
