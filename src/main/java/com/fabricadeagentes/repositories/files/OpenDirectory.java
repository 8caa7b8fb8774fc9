package com.fabricadeagentes.repositories.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A directory held open: what is done in it is done there, even if somebody meanwhile puts a link in its place (openat
 * and its kin). Links are never followed.
 */
final class OpenDirectory implements Closeable {

    private static final int DEEPEST = 200;

    private final SecureDirectoryStream<Path> stream;
    private final Path path;

    private OpenDirectory(SecureDirectoryStream<Path> stream, Path path) {
        this.stream = stream;
        this.path = path;
    }

    static OpenDirectory of(Path path) throws IOException {
        var opened = Files.newDirectoryStream(path);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return new OpenDirectory(secure, path);
        }
        opened.close();
        throw new IOException("this platform cannot hold directories open: " + path);
    }

    OpenDirectory child(String name) throws IOException {
        return new OpenDirectory(
                stream.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS), path.resolve(name));
    }

    Path path() {
        return path;
    }

    Path path(String name) {
        return path.resolve(name);
    }

    /** Can be asked once. */
    List<String> names() {
        var names = new ArrayList<String>();
        stream.forEach(entry -> names.add(entry.getFileName().toString()));
        return names;
    }

    InputStream read(String name) throws IOException {
        return Channels.newInputStream(
                stream.newByteChannel(Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    /** Makes a file that is not there yet, readable by the sandbox's user whatever our umask. */
    OutputStream create(String name, boolean executable) throws IOException {
        var channel = stream.newByteChannel(
                Path.of(name),
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS));
        permit(name, executable ? "rwxr-xr-x" : "rw-r--r--");
        return Channels.newOutputStream(channel);
    }

    /** The sub-directory of that name, made if it is not there; what else stands there gives way. */
    OpenDirectory makeChild(String name) throws IOException {
        var there = Stat.of(path(name));
        if (there.isPresent() && there.get().kind() != Stat.Kind.DIRECTORY) {
            stream.deleteFile(Path.of(name));
        }
        try {
            Files.createDirectory(path(name));
            permit(name, "rwxr-xr-x");
        } catch (FileAlreadyExistsException itIsThere) {
            // as wanted
        }
        return child(name);
    }

    void link(String name, String target) throws IOException {
        Files.createSymbolicLink(path(name), Path.of(target));
    }

    private void permit(String name, String permissions) throws IOException {
        stream.getFileAttributeView(Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setPermissions(PosixFilePermissions.fromString(permissions));
    }

    /** Removes what stands there, a directory with all it holds; of no effect if nothing does. */
    void delete(String name) throws IOException {
        delete(name, 0);
    }

    private void delete(String name, int depth) throws IOException {
        var there = Stat.of(path(name));
        if (there.isEmpty()) {
            return;
        }
        if (there.get().kind() != Stat.Kind.DIRECTORY) {
            stream.deleteFile(Path.of(name));
            return;
        }
        if (depth == DEEPEST) {
            throw new IOException("directories too deep to remove: " + path);
        }
        try (var child = child(name)) {
            for (var inside : child.names()) {
                child.delete(inside, depth + 1);
            }
        }
        stream.deleteDirectory(Path.of(name));
    }

    /** Removes a directory if it holds nothing. @return whether it is gone */
    boolean deleteIfEmpty(String name) throws IOException {
        try {
            stream.deleteDirectory(Path.of(name));
            return true;
        } catch (NoSuchFileException gone) {
            return true;
        } catch (java.nio.file.DirectoryNotEmptyException itIsNot) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
