package com.fabricadeagentes.agents.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The run's files, as far as a model may reach: below the root, through no link, never git's own. Places are relative to
 * the root and are opened name by name from directories already open, so that a directory swapped for a link after it
 * was checked leads nowhere.
 */
final class WorkFiles {

    static final long LARGEST_READ = 10L * 1024 * 1024;
    static final long LARGEST_WRITE = 1024 * 1024;
    private static final int LONGEST_PATH = 1000;

    private final Path root;

    WorkFiles(Path root) {
        this.root = root;
    }

    /** A file below the root. */
    record Entry(Path place, BasicFileAttributes attributes) {}

    /** The place a model names, if it may go there; the empty path is the root. */
    Path resolve(String path) throws BadInput {
        if (path.length() > LONGEST_PATH) {
            throw new BadInput("That path is too long: " + LONGEST_PATH + " characters at most.");
        }
        var place = parsed(path);
        if (place.isAbsolute() || place.startsWith("..")) {
            throw new BadInput(path + " is outside of the repository; paths are relative to its root.");
        }
        for (var name : place) {
            if (name.toString().equalsIgnoreCase(".git")) {
                throw new BadInput(".git belongs to the platform.");
            }
        }
        refuseLinks(place);
        return place;
    }

    private static Path parsed(String path) throws BadInput {
        try {
            return Path.of(path).normalize();
        } catch (InvalidPathException impossible) {
            throw new BadInput("That path holds characters no path can have.");
        }
    }

    Optional<BasicFileAttributes> attributes(Path place) {
        if (place.toString().isEmpty()) {
            return Tree.attributes(root);
        }
        try (var way = Way.to(root, parent(place))) {
            return Tree.attributes(way.end(), place.getFileName());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    boolean exists(Path place) {
        return attributes(place).isPresent();
    }

    byte[] read(Path place) throws BadInput {
        var attributes = attributes(place).orElseThrow(() -> missing(place));
        if (!attributes.isRegularFile()) {
            throw new BadInput(name(place) + " is not a file.");
        }
        if (attributes.size() > LARGEST_READ) {
            throw new BadInput(name(place) + " is too large to read whole (" + attributes.size()
                    + " bytes). See parts of it with search, or with run_command and sed -n.");
        }
        try (var way = Way.to(root, parent(place));
                InputStream from = Channels.newInputStream(way.end()
                        .newByteChannel(place.getFileName(), Set.of(StandardOpenOption.READ, Way.THROUGH_NO_LINK)))) {
            return from.readNBytes((int) LARGEST_READ);
        } catch (NoSuchFileException gone) {
            throw missing(place);
        } catch (IOException cause) {
            throw new BadInput(name(place) + " cannot be read: " + reason(cause) + ".");
        }
    }

    /** Replaces the file as a whole; missing directories are made. */
    void write(Path place, byte[] content) throws BadInput {
        if (content.length > LARGEST_WRITE) {
            throw new BadInput("That is too much for one file: " + LARGEST_WRITE + " bytes at most.");
        }
        var before = attributes(place);
        if (place.toString().isEmpty()
                || before.map(BasicFileAttributes::isDirectory).orElse(false)) {
            throw new BadInput(name(place) + " is a directory.");
        }
        try (var way = Way.made(root, parent(place))) {
            replace(way.end(), place.getFileName(), content, before.isPresent());
        } catch (IOException cause) {
            refuseLinks(place);
            throw new BadInput(name(place) + " cannot be written: " + reason(cause) + ".");
        }
    }

    /** An existing file keeps its mode; none is ever seen half written. */
    private void replace(SecureDirectoryStream<Path> directory, Path name, byte[] content, boolean existed)
            throws IOException {
        var draft = Way.draft();
        try {
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, Way.THROUGH_NO_LINK);
            try (var channel = directory.newByteChannel(draft, options)) {
                for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
            }
            var mode = existed ? Way.posix(directory, name).readAttributes().permissions() : Way.FILE;
            Way.posix(directory, draft).setPermissions(mode);
            Way.own(root, directory, draft);
            directory.move(draft, directory, name);
        } catch (IOException cause) {
            Way.discard(directory, draft);
            throw cause;
        }
    }

    /** Every file below that place, noise apart, in order; directories at the last depth stand for what is in them. */
    List<Entry> walk(Path from, int depth) {
        try (var way = Way.to(root, from)) {
            return Tree.below(way.end(), from, depth);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private void refuseLinks(Path place) throws BadInput {
        var step = root;
        for (var name : place) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new BadInput(root.relativize(step) + " is a symbolic link; links are not followed.");
            }
        }
    }

    private static Path parent(Path place) {
        var parent = place.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static BadInput missing(Path place) {
        return new BadInput("There is no file " + name(place) + ".");
    }

    /** What the system says, without the path it says it of. */
    private static String reason(IOException cause) {
        var said = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return said == null ? cause.getClass().getSimpleName() : said;
    }

    /** As a model may see it: whoever made a file may have put anything in its name. */
    static String name(Path place) {
        var name = place.toString()
                .codePoints()
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return name.isEmpty() ? "." : name.toString();
    }
}
