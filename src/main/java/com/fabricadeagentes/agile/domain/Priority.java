package com.fabricadeagentes.agile.domain;

/** How much a story presses. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
