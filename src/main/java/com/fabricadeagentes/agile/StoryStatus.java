package com.fabricadeagentes.agile;

/** The columns of the board, in order. */
public enum StoryStatus {
    BACKLOG,
    READY,
    IN_PROGRESS,
    REVIEW,
    DONE
}
