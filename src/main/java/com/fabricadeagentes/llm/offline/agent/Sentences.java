package com.fabricadeagentes.llm.offline.agent;

import com.fabricadeagentes.llm.offline.story.Language;
import com.fabricadeagentes.llm.offline.story.Reading;

/** What the offline model says, in the story's language. */
final class Sentences {

    private final Language language;

    Sentences(Language language) {
        this.language = language;
    }

    String looking() {
        return in("I look at what the project already holds.", "Vejo o que o projeto já contém.");
    }

    String writing(int files) {
        return in("I write " + files + " files from templates.", "Escrevo " + files + " arquivos a partir de modelos.");
    }

    String done() {
        return in("Done.", "Pronto.");
    }

    String nothing() {
        return in(
                "The offline model keeps resources with fields and rules, and login with e-mail and password, in Java.",
                "O modelo offline faz cadastros com campos e regras, e login com e-mail e senha, em Java.");
    }

    String outOfReach(Reading reading) {
        var unread = reading.unread().isEmpty()
                ? in("I found neither.", "Não encontrei nem um nem outro.")
                : in("Not understood: ", "Não entendi: ") + quoted(reading);
        return nothing() + " " + unread + " " + configure();
    }

    String otherStack(String stack) {
        return nothing()
                + in(" This project's stack is " + stack + ". ", " A stack deste projeto é " + stack + ". ")
                + configure();
    }

    String foreignProject() {
        return in(
                        "The project holds an openapi.json that the offline model did not write, so it cannot extend it. ",
                        "O projeto tem um openapi.json que o modelo offline não escreveu, por isso não pode estendê-lo. ")
                + configure();
    }

    String stillFailing() {
        return in(
                        "The same check has failed again after every file was written anew; the offline model cannot mend more. ",
                        "A mesma verificação falhou de novo depois de todos os arquivos serem reescritos; o modelo offline não consegue corrigir mais. ")
                + configure();
    }

    String configure() {
        return in(
                "For this a language model must be configured (for example ANTHROPIC_API_KEY).",
                "Para isso é preciso configurar um modelo de linguagem (por exemplo ANTHROPIC_API_KEY).");
    }

    String in(String english, String portuguese) {
        return switch (language) {
            case ENGLISH -> english;
            case PORTUGUESE -> portuguese;
        };
    }

    private static String quoted(Reading reading) {
        return String.join(
                " / ",
                reading.unread().stream()
                        .distinct()
                        .limit(5)
                        .map(sentence -> "“" + sentence.substring(0, Math.min(200, sentence.length())) + "”")
                        .toList());
    }
}
