package com.fabricadeagentes.agile;

/** What kind of work a task is, and so which agent does it. */
public enum TaskType {
    DEVELOPMENT,
    TEST,
    DOCUMENTATION,
    REVIEW
}
