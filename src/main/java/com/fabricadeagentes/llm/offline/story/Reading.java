package com.fabricadeagentes.llm.offline.story;

import java.util.List;

/**
 * What was understood of a story.
 *
 * @param design all that the application is to be, what it was before included
 * @param wanted what this story itself speaks of: a part of {@code design}
 * @param unread the sentences that ask for something and were not understood
 */
public record Reading(Language language, Design design, Design wanted, List<String> unread) {

    public Reading {
        unread = List.copyOf(unread);
    }

    /** Whether the whole story is within reach; a part of it is not enough. */
    public boolean understood() {
        return !wanted.empty() && unread.isEmpty();
    }
}
