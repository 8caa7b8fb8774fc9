package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.kernel.Ids;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directories from the root to a place, each opened from the one before it and through no link. */
final class Way implements AutoCloseable {

    static final LinkOption THROUGH_NO_LINK = LinkOption.NOFOLLOW_LINKS;
    static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path root;
    private final Deque<SecureDirectoryStream<Path>> open = new ArrayDeque<>();

    private Way(Path root) throws IOException {
        this.root = root;
        open.push(secure(Files.newDirectoryStream(root), root));
    }

    /** The way to a directory that is there. */
    static Way to(Path root, Path directory) throws IOException {
        return going(root, directory, false);
    }

    /** The same, making what is missing. */
    static Way made(Path root, Path directory) throws IOException {
        return going(root, directory, true);
    }

    private static Way going(Path root, Path directory, boolean making) throws IOException {
        var way = new Way(root);
        try {
            if (!directory.toString().isEmpty()) {
                for (var name : directory) {
                    way.enter(name, making);
                }
            }
            return way;
        } catch (IOException cause) {
            way.close();
            throw cause;
        }
    }

    SecureDirectoryStream<Path> end() {
        return open.element();
    }

    private void enter(Path name, boolean making) throws IOException {
        try {
            open.push(secure(end().newDirectoryStream(name, THROUGH_NO_LINK), name));
        } catch (NoSuchFileException missing) {
            if (!making) {
                throw missing;
            }
            make(name);
            open.push(secure(end().newDirectoryStream(name, THROUGH_NO_LINK), name));
        }
    }

    /** Java has no call to make a directory in an open one: it is made in the root and moved to its place. */
    private void make(Path name) throws IOException {
        var draft = draft();
        var top = open.getLast();
        Files.createDirectory(root.resolve(draft));
        try {
            posix(top, draft).setPermissions(DIRECTORY);
            own(root, top, draft);
            top.move(draft, end(), name);
        } catch (IOException cause) {
            top.deleteDirectory(draft);
            throw cause;
        }
    }

    static Path draft() {
        return Path.of(".factory-" + Ids.next() + ".tmp");
    }

    static void discard(SecureDirectoryStream<Path> directory, Path draft) {
        try {
            directory.deleteFile(draft);
        } catch (IOException neverMade) {
            // what could not be written is not there either
        }
    }

    /** What the platform writes as root must be the sandbox user's, as everything here is. */
    static void own(Path root, SecureDirectoryStream<Path> directory, Path name) throws IOException {
        var owner = Files.getOwner(root, THROUGH_NO_LINK);
        var view = posix(directory, name);
        if (!owner.equals(view.getOwner())) {
            view.setOwner(owner);
        }
    }

    static PosixFileAttributeView posix(SecureDirectoryStream<Path> directory, Path name) {
        return Objects.requireNonNull(
                directory.getFileAttributeView(name, PosixFileAttributeView.class, THROUGH_NO_LINK));
    }

    @SuppressWarnings("unchecked")
    static SecureDirectoryStream<Path> secure(Object stream, Path directory) throws IOException {
        if (stream instanceof SecureDirectoryStream<?> secure) {
            return (SecureDirectoryStream<Path>) secure;
        }
        throw new FileSystemException(directory.toString(), null, "this file system cannot be walked safely");
    }

    @Override
    public void close() throws IOException {
        @Nullable IOException failed = null;
        for (var directory : open) {
            try {
                directory.close();
            } catch (IOException cause) {
                failed = cause;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
