package com.fabricadeagentes.vault;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.SecretFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The installation's own secrets: from the environment, or made once and kept in {@code FACTORY_HOME/secrets} for its
 * owner alone. In production each must be given.
 */
@Component
public final class Secrets {

    /** Below this a secret can be guessed offline from one signed token. */
    private static final int LEAST_BYTES = 32;

    private static final int LEAST_DIFFERENT = 10;

    private final Environment environment;
    private final Installation installation;

    Secrets(Environment environment, Installation installation) {
        this.environment = environment;
        this.installation = installation;
        for (Name name : Name.values()) {
            key(name);
        }
    }

    /** Secrets by their environment variable. */
    public enum Name {
        JWT_SECRET_KEY,
        ENCRYPTION_MASTER_KEY,
        AUDIT_SECRET
    }

    /** At least 32 bytes. @throws WeakSecret where production lacks it or it is weak */
    public byte[] key(Name name) {
        var given = environment.getProperty(name.name());
        if (given != null && !given.isBlank()) {
            return strong(name, given);
        }
        if (installation.env() == Installation.Environment.PRODUCTION) {
            throw new WeakSecret(name.name(), "is not set");
        }
        var file = installation
                .homeDirectory("secrets")
                .resolve(name.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return strong(name, SecretFile.readOrMake(file));
    }

    private static byte[] strong(Name name, String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_BYTES) {
            throw new WeakSecret(name.name(), "is shorter than " + LEAST_BYTES + " bytes");
        }
        if (secret.chars().distinct().count() < LEAST_DIFFERENT) {
            throw new WeakSecret(name.name(), "repeats too few different characters");
        }
        return bytes;
    }
}
