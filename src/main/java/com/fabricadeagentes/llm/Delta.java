package com.fabricadeagentes.llm;

/** What arrives while a model answers; for eyes only, the answer itself counts. */
public sealed interface Delta {

    record TextDelta(String text) implements Delta {}

    record ThinkingDelta(String text) implements Delta {}

    /** The model begins to write a call of this tool. */
    record ToolCallStarted(String name) implements Delta {}
}
