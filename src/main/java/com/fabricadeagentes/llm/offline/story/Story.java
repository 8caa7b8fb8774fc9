package com.fabricadeagentes.llm.offline.story;

import java.util.List;

/** What a person wants, in their own words. */
public record Story(String key, String title, String description, List<String> acceptanceCriteria) {

    public Story {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
    }

    /** With more words to its description. */
    public Story and(String words) {
        return new Story(key, title, description + "\n" + words, acceptanceCriteria);
    }
}
