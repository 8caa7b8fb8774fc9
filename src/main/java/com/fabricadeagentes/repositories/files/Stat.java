package com.fabricadeagentes.repositories.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What lstat tells of a path. {@code changed} is the time that no process can set: a file put back to its old size and
 * date is still seen to have changed.
 */
record Stat(Kind kind, boolean executable, long size, long inode, FileTime modified, FileTime changed) {

    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }

    private static final String ATTRIBUTES = "unix:mode,size,ino,lastModifiedTime,ctime";
    private static final int TYPE = 0170000;
    private static final int OWNER_EXECUTES = 0100;

    static Optional<Stat> of(Path path) throws IOException {
        try {
            return Optional.of(of(Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static Stat of(Map<String, Object> read) {
        int mode = value(read, "mode", Integer.class);
        return new Stat(
                kind(mode & TYPE),
                (mode & OWNER_EXECUTES) != 0,
                value(read, "size", Long.class),
                value(read, "ino", Long.class),
                value(read, "lastModifiedTime", FileTime.class),
                value(read, "ctime", FileTime.class));
    }

    private static <T> T value(Map<String, Object> read, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(read.get(name), name));
    }

    private static Kind kind(int type) {
        return switch (type) {
            case 0100000 -> Kind.FILE;
            case 0040000 -> Kind.DIRECTORY;
            case 0120000 -> Kind.LINK;
            default -> Kind.OTHER;
        };
    }
}
