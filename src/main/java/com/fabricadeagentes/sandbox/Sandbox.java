package com.fabricadeagentes.sandbox;

/**
 * A way to run commands that cannot be trusted. Chosen at the start by {@code FACTORY_SANDBOX}; where none works,
 * running refuses and says what to install.
 */
public interface Sandbox {

    /** {@code bubblewrap}, {@code docker}, {@code unsafe}. */
    String name();

    /** Whether it works on this machine, tried for real, and if not why and what helps. */
    Probe probe();

    /**
     * Runs {@code bash -c script} in the box until it ends or a limit does it. An interrupt of the calling thread kills
     * the tree and throws.
     *
     * @throws SandboxFault where the box itself could not be made
     */
    Finished run(Box box, String script) throws SandboxFault, InterruptedException;

    /** Starts {@code bash -c script} and returns at once; wall time does not apply. */
    Running start(Box box, String script) throws SandboxFault;

    record Probe(boolean works, String detail) {}
}
