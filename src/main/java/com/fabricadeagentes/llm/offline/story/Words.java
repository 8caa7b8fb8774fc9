package com.fabricadeagentes.llm.offline.story;

import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Singular and plural of plain words. */
final class Words {

    private static final Set<String> LINKS = Set.of("de", "da", "do", "das", "dos", "em", "para", "com", "of", "for");

    private Words() {}

    static String singular(String words, Language language) {
        return inflect(words, language, word -> language == Language.ENGLISH ? one(word) : um(word));
    }

    static String plural(String words, Language language) {
        return inflect(words, language, word -> language == Language.ENGLISH ? many(word) : varios(word));
    }

    /** English inflects the last word, Portuguese all before the first preposition. */
    private static String inflect(String words, Language language, UnaryOperator<String> change) {
        var parts = words.split(" ");
        if (language == Language.ENGLISH) {
            parts[parts.length - 1] = change.apply(parts[parts.length - 1]);
            return String.join(" ", parts);
        }
        var linked = new boolean[] {false};
        return Arrays.stream(parts)
                .map(part -> {
                    linked[0] = linked[0] || LINKS.contains(part);
                    return linked[0] ? part : change.apply(part);
                })
                .collect(Collectors.joining(" "));
    }

    private static String one(String word) {
        if (word.matches(".{2,}ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".+(?:ches|shes|xes|sses|zes)")) {
            return word.substring(0, word.length() - 2);
        }
        return word.matches(".{2,}[^sui]s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String many(String word) {
        if (word.matches(".+[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (word.matches(".+(?:ch|sh|x|s|z)") ? "es" : "s");
    }

    private static String um(String word) {
        if (word.endsWith("oes") || word.endsWith("aes")) {
            return word.substring(0, word.length() - 3) + "ao";
        }
        if (word.matches(".+[aou]is")) {
            return word.substring(0, word.length() - 2) + "l";
        }
        if (word.matches(".{2,}eis")) {
            return word.substring(0, word.length() - 2) + "l";
        }
        if (word.endsWith("ns")) {
            return word.substring(0, word.length() - 2) + "m";
        }
        if (word.matches(".+[rz]es") || word.matches(".*(?:mes|pais)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.matches(".{2,}[^s]s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String varios(String word) {
        if (word.endsWith("ao")) {
            return word.substring(0, word.length() - 2) + "oes";
        }
        if (word.matches(".+[aeou]l")) {
            return word.substring(0, word.length() - 1) + "is";
        }
        if (word.endsWith("m")) {
            return word.substring(0, word.length() - 1) + "ns";
        }
        return word + (word.matches(".+[rzs]") ? "es" : "s");
    }
}
