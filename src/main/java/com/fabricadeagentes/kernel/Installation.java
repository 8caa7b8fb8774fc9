package com.fabricadeagentes.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this node keeps its files and what part it plays.
 *
 * @param home what must survive: database file, bare repositories, blobs, keys ({@code FACTORY_HOME})
 * @param work what may vanish: worktrees, caches, toolchains ({@code FACTORY_WORK}); by default under {@code home}, or
 *     under {@code /var/tmp} where the sandbox's user could not reach {@code home}
 * @param env {@code FACTORY_ENV}: {@code development}, {@code staging} or {@code production}
 * @param role {@code FACTORY_ROLE}: {@code all}, {@code web} (serves requests) or {@code worker} (works on runs)
 */
@ConfigurationProperties("factory")
public record Installation(Path home, Path work, Environment env, Role role) {

    public enum Environment {
        DEVELOPMENT,
        STAGING,
        PRODUCTION
    }

    /** What this process does: serve requests, work on runs, or both. */
    public enum Role {
        ALL,
        WEB,
        WORKER;

        public boolean works() {
            return this != WEB;
        }
    }

    public Installation(Path home, @Nullable Path work, @Nullable Environment env, @Nullable Role role) {
        this.home = home.toAbsolutePath().normalize();
        this.work =
                work == null ? reachableWork(this.home) : work.toAbsolutePath().normalize();
        this.env = Objects.requireNonNullElse(env, Environment.DEVELOPMENT);
        this.role = Objects.requireNonNullElse(role, Role.ALL);
    }

    /** A directory under {@code home}, made if it is not there. */
    public Path homeDirectory(String name) {
        return made(home.resolve(name));
    }

    /** A directory under {@code work}, made if it is not there. */
    public Path workDirectory(String name) {
        return made(work.resolve(name));
    }

    private static Path reachableWork(Path home) {
        for (Path step = home; step != null; step = step.getParent()) {
            if (Files.exists(step) && !othersMayEnter(step)) {
                var hash = Integer.toHexString(home.hashCode()).toLowerCase(Locale.ROOT);
                return Path.of("/var/tmp/factory-" + hash);
            }
        }
        return home.resolve("work");
    }

    private static boolean othersMayEnter(Path directory) {
        try {
            return Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot create " + directory, cause);
        }
    }
}
