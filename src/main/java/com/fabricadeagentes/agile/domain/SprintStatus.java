package com.fabricadeagentes.agile.domain;

/** A sprint's life, in order. */
public enum SprintStatus {
    PLANNED,
    ACTIVE,
    CLOSED
}
