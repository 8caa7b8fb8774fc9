package com.fabricadeagentes.sandbox;

import com.fabricadeagentes.kernel.Id;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Fetches what a project's lock and build files name, with network, without running anything of the project. */
public interface Dependencies {

    /**
     * Brings a project's cache up to date for these files; nothing to do costs next to nothing.
     *
     * @param project whose cache it is; caches are never shared between tenants
     * @param workspace the tree whose build files are read, without following links
     */
    Prepared prepare(Id project, Path workspace) throws PreparationFailed, InterruptedException;

    /**
     * @param mounts what the box must see, read-only
     * @param environment what the box's tools need to find it, working offline
     * @param changed whether anything was fetched this time, and {@code summary} what
     */
    record Prepared(List<Box.Mount> mounts, Map<String, String> environment, boolean changed, String summary) {}

    /** A dependency does not exist or a registry did not answer; {@code getMessage} is for the agent and the person. */
    final class PreparationFailed extends Exception {
        public PreparationFailed(String message) {
            super(message);
        }
    }
}
