package com.fabricadeagentes.repositories.files;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * One file as git keeps it.
 *
 * @param stat as it was when the content was last read or written; null where that cannot be relied on, because the
 *     file might have been changed again within the same tick of the file system's clock
 */
record Entry(FileMode mode, ObjectId id, @Nullable Stat stat) {

    boolean same(Entry other) {
        return mode.equals(other.mode) && id.equals(other.id);
    }
}
