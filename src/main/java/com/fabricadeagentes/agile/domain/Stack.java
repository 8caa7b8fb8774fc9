package com.fabricadeagentes.agile.domain;

/** What a project is built with; lays down the skeleton of its repository. */
public enum Stack {
    JAVA,
    NODE,
    PYTHON
}
