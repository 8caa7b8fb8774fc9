package com.fabricadeagentes.llm.offline.story;

import java.text.Normalizer;

/**
 * A piece of a story twice over, character by character: as it was written, and plain (lower case, no accents), which
 * patterns look at.
 */
record Phrase(String shown, String plain) {

    static Phrase of(String text) {
        var shown = text.replaceAll("(?i)\\be-mail", "email")
                .replace('’', '\'')
                .replace('–', '-')
                .replace('—', ';')
                .replaceAll("</?[A-Za-z][^<>]{0,200}>|[\\p{So}\\p{Cs}\\p{Cf}\\p{Mn}]", " ")
                .replaceAll("[ \\t]+", " ");
        var plain = new StringBuilder(shown.length());
        for (var c : shown.toCharArray()) {
            plain.append(plain(c));
        }
        return new Phrase(shown, plain.toString());
    }

    Phrase sub(int start, int end) {
        return new Phrase(shown.substring(start, end), plain.substring(start, end));
    }

    Phrase from(int start) {
        return sub(start, plain.length());
    }

    Phrase strip() {
        var start = 0;
        var end = plain.length();
        while (start < end && Character.isWhitespace(plain.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(plain.charAt(end - 1))) {
            end--;
        }
        return sub(start, end);
    }

    private static char plain(char c) {
        var base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return Character.toLowerCase(base);
    }
}
