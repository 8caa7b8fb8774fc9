package com.fabricadeagentes.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around itself: a workspace it may write, read-only mounts, an environment that starts empty, no
 * network.
 *
 * @param workspace bound writable at {@code /work}, where commands begin
 * @param mounts more of the host, read-only
 * @param environment variables added to the box's own (PATH, HOME, LANG, toolchains)
 * @param socketDirectory bound writable at {@code /sock}, for a relay to a server in the box; null for none
 */
public record Box(
        Path workspace,
        List<Mount> mounts,
        Map<String, String> environment,
        Limits limits,
        @Nullable Path socketDirectory) {

    /** Host path {@code source} seen read-only at {@code target}. */
    public record Mount(Path source, String target) {}

    public Box {
        mounts = List.copyOf(mounts);
        environment = Map.copyOf(environment);
    }
}
