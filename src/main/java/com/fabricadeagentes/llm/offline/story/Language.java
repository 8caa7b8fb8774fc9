package com.fabricadeagentes.llm.offline.story;

/** The languages stories are understood in. */
public enum Language {
    ENGLISH,
    PORTUGUESE
}
