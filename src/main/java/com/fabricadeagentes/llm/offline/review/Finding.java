package com.fabricadeagentes.llm.offline.review;

/** What a reviewer found. @param line in the new file */
public record Finding(String severity, String file, int line, String text) {}
