package com.fabricadeagentes.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A use case whose changes and refusals are evidence. What it returns ({@link Changed}) is written in its transaction;
 * what it throws, in one of its own after the rollback. Enforced by {@code audit}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

    /** What is done, as {@code story.move}. */
    String value();
}
