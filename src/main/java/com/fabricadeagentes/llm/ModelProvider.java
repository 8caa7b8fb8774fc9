package com.fabricadeagentes.llm;

import java.util.function.Consumer;

/** A source of models. One package per implementation, found as a list of beans, chosen by {@link Models}. */
public interface ModelProvider {

    /** The name in the API and in {@code models.yml}: {@code anthropic}, {@code offline}. */
    String name();

    /** Whether what it needs (a key, an address) is there. */
    boolean configured();

    /**
     * Asks and waits for the whole answer. Interruptible: an interrupt closes the stream.
     *
     * @param deltas hears the answer as it arrives, on the calling thread
     */
    ModelAnswer ask(ModelRequest request, Consumer<Delta> deltas) throws ModelFault, InterruptedException;
}
