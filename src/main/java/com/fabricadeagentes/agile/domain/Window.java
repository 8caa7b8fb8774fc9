package com.fabricadeagentes.agile.domain;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wished for, and in what order.
 *
 * @param limit how many, 1 to 200
 * @param cursor where the last page ended; null for the first
 * @param sort a field's name, with {@code -} before it for descending
 */
public record Window(int limit, @Nullable String cursor, String sort) {

    public static final String NEWEST_FIRST = "-created_at";

    public boolean descending() {
        return sort.startsWith("-");
    }

    public String field() {
        return descending() ? sort.substring(1) : sort;
    }
}
