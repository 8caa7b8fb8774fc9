package com.fabricadeagentes.repositories;

import com.fabricadeagentes.repositories.Repositories.FileDiff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FileHeader.PatchType;
import org.eclipse.jgit.patch.Patch;

/** Reads git's unified diff into files, by JGit's patch reader. */
final class Diffs {

    private Diffs() {}

    static List<FileDiff> read(byte[] unified) {
        var patch = new Patch();
        try {
            patch.parse(new ByteArrayInputStream(unified));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return patch.getFiles().stream().map(Diffs::file).toList();
    }

    private static FileDiff file(FileHeader header) {
        var text = new String(
                header.getBuffer(),
                header.getStartOffset(),
                header.getEndOffset() - header.getStartOffset(),
                StandardCharsets.UTF_8);
        int added = 0;
        int deleted = 0;
        for (var edit : header.toEditList()) {
            added += edit.getLengthB();
            deleted += edit.getLengthA();
        }
        var path = header.getChangeType() == ChangeType.DELETE ? header.getOldPath() : header.getNewPath();
        boolean binary = header.getPatchType() != PatchType.UNIFIED;
        return new FileDiff(path, status(header.getChangeType()), added, deleted, binary, text);
    }

    private static String status(ChangeType type) {
        return switch (type) {
            case ADD, COPY -> "added";
            case MODIFY -> "modified";
            case DELETE -> "deleted";
            case RENAME -> "renamed";
        };
    }
}
