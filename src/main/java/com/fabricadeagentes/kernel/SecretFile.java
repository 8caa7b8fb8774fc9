package com.fabricadeagentes.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/** A file that only its owner may read, with one random secret in it. */
public final class SecretFile {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 36;

    private SecretFile() {}

    /** A new random secret: 48 characters of base64url. */
    public static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The secret in the file, made if it is not there; processes that start at once agree on one. */
    public static String readOrMake(Path file) {
        try {
            if (Files.notExists(file)) {
                publish(file);
            }
            return Files.readString(file).strip();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot keep a secret in " + file, cause);
        }
    }

    /** By a link to a finished file, so that nobody reads half of one and the first wins. */
    private static void publish(Path file) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var directory = Objects.requireNonNull(file.getParent());
        var draft = Files.createTempFile(directory, ".secret", "", owner);
        try {
            Files.writeString(draft, random() + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException alreadyMade) {
            // another process was first, and its secret serves
        } finally {
            Files.delete(draft);
        }
    }
}
