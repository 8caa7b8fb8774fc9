package com.fabricadeagentes.agile.domain;

/** Whether the tasks of a story's present text are written. */
public enum Planning {
    PENDING,
    READY,
    FAILED
}
