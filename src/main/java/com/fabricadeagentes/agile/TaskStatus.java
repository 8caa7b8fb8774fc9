package com.fabricadeagentes.agile;

/** How far a task is. */
public enum TaskStatus {
    TODO,
    IN_PROGRESS,
    DONE
}
