package com.fabricadeagentes.sandbox;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A command that goes on: an application. */
public interface Running {

    /** What it prints, growing, up to {@link Limits#output()}. */
    Path output();

    CompletableFuture<Finished> finished();

    /** Kills the whole tree and waits until it is gone. */
    void stop();
}
