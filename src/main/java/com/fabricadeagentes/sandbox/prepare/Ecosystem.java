package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One package manager: which files matter to it, how it fetches, and how a box finds what was fetched. */
interface Ecosystem {

    String name();

    /** The files it fetches for; empty where this project has nothing for it. */
    BuildFiles concerning(BuildFiles all);

    /** Fills {@code entry}; {@code previous} is the project's last entry, to take over what is there already. */
    void fetch(BuildFiles files, Path entry, Path scratch, Optional<Path> previous)
            throws PreparationFailed, IOException, InterruptedException;

    Offer offer(Path entry);

    /** @param directories to exist in the workspace, as places to mount on */
    record Offer(List<Box.Mount> mounts, Map<String, String> environment, List<String> directories) {}
}
