package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What tools and gates work with.
 *
 * @param root the run's files
 * @param boxes the box for commands; made when one is needed, since its dependencies may have to be fetched first
 * @param outputs where long outputs are kept whole, outside of the repository
 * @param left how long the run may still work
 */
public record Workbench(Path root, Sandbox sandbox, Boxes boxes, Path outputs, Duration left) {

    /** Makes the box. */
    public interface Boxes {
        Box box() throws PreparationFailed, InterruptedException;
    }
}
