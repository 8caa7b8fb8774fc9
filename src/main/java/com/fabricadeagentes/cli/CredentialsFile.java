package com.fabricadeagentes.cli;

import com.fabricadeagentes.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** {@code ~/.config/plataforma-e/credentials.json}, which only its owner may read. */
final class CredentialsFile {

    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path file;

    CredentialsFile(Path file) {
        this.file = file;
    }

    /** By the XDG base directory specification. */
    static CredentialsFile of(Map<String, String> environment) {
        var configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
        var base = configuration.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config")
                : Path.of(configuration);
        return new CredentialsFile(base.resolve("plataforma-e").resolve("credentials.json"));
    }

    Path path() {
        return file;
    }

    Optional<Credentials> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(file), Credentials.class));
        } catch (IOException | JacksonException unreadable) {
            throw new Trouble("Cannot read " + file + "; sign in again with ./factory login");
        }
    }

    /** Replaces the file at once, so that a reader never sees half of it. */
    void write(Credentials credentials) {
        try {
            makeDirectory();
            var fresh = file.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid());
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OWNERS_FILE);
            Files.writeString(fresh, Json.write(credentials));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new Trouble("Cannot write " + file + ": " + cause.getMessage());
        }
    }

    /** Alone among all commands of this person: a refresh token works once, and two that used it would both be out. */
    <T> T locked(Supplier<T> work) {
        try {
            makeDirectory();
            var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(file.resolveSibling("lock"), options, OWNERS_FILE);
                    var _ = channel.lock()) {
                return work.get();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot lock " + file, cause);
        }
    }

    private void makeDirectory() throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            Files.createDirectories(directory, OWNERS_DIRECTORY);
        }
    }
}
