package com.fabricadeagentes.llm.offline.story;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence that lists the fields of a resource.
 *
 * @param resource the resource's name, plain; empty where the sentence does not say it
 * @param fields the list, and what follows it
 * @param start where the list begins in the sentence
 */
record Listing(String resource, Phrase fields, int start) {

    private static final String ARTICLES =
            "(?:(?:de|do|da|dos|das|os|as|o|a|um|uma|nov[oa]s?|meus|minhas|nossos|nossas|seus|todos|todas"
                    + "|the|an?|my|our|their|all|new|of|for|about|cada|each|every|um cadastro de|a list of|a record of)\\s+)*";
    private static final String STOP =
            "(?!(?:with|com|and|e|or|ou|to|that|que|para|so|by|in|on|at|from|where|onde|as|como|having|contendo"
                    + "|including|incluindo|i|we|must|deve|should|can|pode|is|are|sao|tem|has|have|using|no|na|nos|nas|them|it|email|password|senha)\\b)";
    private static final String WORD = STOP + "[a-z][a-z0-9-]*";
    private static final String NAME = "(?<name>" + WORD + "(?: " + WORD + "){0,3}?)";
    private static final String WITH =
            "(?:\\s*,?\\s*(?:com|contendo|que (?:tem|tenham|possuem|contem|tenha|possua)|incluindo|tendo|informando"
                    + "|with|having|containing|including|that have|that has|by|storing|recording)\\b(?:\\s+(?:os|as|the|its|their|seus?|suas?))?"
                    + "(?:\\s+(?:campos?|dados|atributos|fields?|attributes?|following fields|following|seguintes campos|seguintes dados|campos seguintes))?\\s*:?|\\s*:)\\s*";
    private static final String VERBS =
            "(?:cadastr\\w+|registr\\w+|gerenci\\w+|gestao|gerir|manter|crud|control\\w+|catalog\\w*|armazen\\w+|guard\\w+"
                    + "|administr\\w+|criar|incluir|listar|listagem|inventari\\w+|acompanhar|organizar|consultar|excluir|alterar|editar|filtrar|remover|buscar"
                    + "|regist(?:er|ering|ration|ry)|manag(?:e|ing|ement)|(?:keep |keeping )?track(?:ing)?|records?|recording|maintain\\w*|stor(?:e|ing)"
                    + "|create|creating|keep|list|add|save|inventory|organi[sz]e|search|delete|update|edit|filter|resource|recurso|entidade|entity)";
    private static final String HAS =
            "(?:\\s+(?:also|now|tambem|agora))?\\s+(?:has|have|needs?|tem|possui|possuem|contem|tera|terao|deve(?:m)? ter|deve(?:m)? conter"
                    + "|must have|should have|precisam? (?:de|ter)|will have|consists? of|gains?|ganham?|passam? a ter)(?:\\s+(?:also|tambem))?"
                    + "(?:\\s+(?:os|as|the|o|a|an|um|uma))?(?:\\s+(?:campos?|fields?|novos campos|new fields))?:?\\s+";
    private static final Pattern VERB_WITH =
            Pattern.compile("\\b" + VERBS + "\\s+" + ARTICLES + NAME + WITH + "(?<fields>.+)", Pattern.DOTALL);
    private static final Pattern NOUN_WITH = Pattern.compile(
            "^\\s*" + ARTICLES + NAME
                    + " (?:registration|management|catalog(?:ue)?|registry|register|records?|crud|inventory|directory|list)"
                    + WITH + "(?<fields>.+)",
            Pattern.DOTALL);
    private static final Pattern EACH_HAS = Pattern.compile(
            "\\b(?:each|every|cada|todo|toda|an?|um|uma)\\s+" + NAME + HAS + "(?<fields>.+)", Pattern.DOTALL);
    private static final Pattern FIELDS = Pattern.compile(
            "^\\s*(?:(?:the|os|as)\\s+)?(?:fields?|campos?|attributes?|atributos?|dados)(?:\\s+(?:are|sao|do \\w+|da \\w+|de \\w+|of (?:an? |the |each )?\\w+))?\\s*:\\s*(?<fields>.+)",
            Pattern.DOTALL);
    private static final List<String> NO_RESOURCES = List.of(
            "login",
            "log in",
            "sign in",
            "acesso",
            "autenticacao",
            "authentication",
            "tela de login",
            "account",
            "conta",
            "campos",
            "fields");

    private static final String NOUNS =
            "(?:registration|management|catalog(?:ue)?|registry|register|records?|crud|inventory|directory|list)";
    private static final Pattern VERB_ALONE = Pattern.compile("\\b" + VERBS + "\\s+" + ARTICLES + NAME + "(?: " + NOUNS
            + ")?(?:\\s*$|\\s*[.,:]|\\s+(?:so that|para|to)\\b)");
    private static final Pattern NOUN_ALONE = Pattern.compile("^\\s*" + ARTICLES + NAME + " " + NOUNS + "\\s*$");

    /** The resource a sentence speaks of without listing its fields. */
    static Optional<String> topic(Phrase sentence, Language language) {
        for (var pattern : List.of(VERB_ALONE, NOUN_ALONE)) {
            var matcher = pattern.matcher(sentence.plain());
            if (matcher.find() && !NO_RESOURCES.contains(Words.singular(matcher.group("name"), language))) {
                return Optional.of(matcher.group("name").replace('-', ' '));
            }
        }
        return Optional.empty();
    }

    static Optional<Listing> find(Phrase sentence, Language language, List<String> known) {
        if (!known.isEmpty()) {
            var names = "(?<name>" + known.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\b";
            for (var pattern : aboutKnown(names)) {
                var matcher = pattern.matcher(sentence.plain());
                if (matcher.find()) {
                    return Optional.of(of(sentence, matcher, matcher.group("name")));
                }
            }
        }
        for (var pattern : List.of(VERB_WITH, NOUN_WITH, EACH_HAS)) {
            var matcher = pattern.matcher(sentence.plain());
            if (matcher.find() && !NO_RESOURCES.contains(Words.singular(matcher.group("name"), language))) {
                return Optional.of(of(sentence, matcher, matcher.group("name").replace('-', ' ')));
            }
        }
        var matcher = FIELDS.matcher(sentence.plain());
        return matcher.find() ? Optional.of(of(sentence, matcher, "")) : Optional.empty();
    }

    private static List<Pattern> aboutKnown(String names) {
        return List.of(
                Pattern.compile(
                        "\\b(?:add|adicionar|incluir|acrescentar|adding|adicao de)\\s+(?:the |o |os |a |as |an? |um |uma )?(?:fields? |campos? )?(?<fields>(?!(?:to|ao|aos|a|as|nos|nas)\\b).+?)\\s+(?:to|ao|aos|a|as|no|nos|na|nas|em|para)\\s+(?:(?:the|each|every|all|o|os|a|as|cada)\\s+)*(?:cadastro d[eoa]s?\\s+)?"
                                + names),
                Pattern.compile(
                        "\\b(?:adicionar|incluir|acrescentar|add)\\s+(?:ao|aos|a|as|no|nos|na|nas|em|to)\\s+(?:(?:the|each|every|all|cada)\\s+)*(?:cadastro d[eoa]s?\\s+)?"
                                + names
                                + "\\s*:?\\s*(?:the |o |os |a |as |um |uma )?(?:fields? |campos? |new fields? |novos campos )?:?\\s*(?<fields>.+)",
                        Pattern.DOTALL),
                Pattern.compile("\\b" + names + HAS + "(?<fields>.+)", Pattern.DOTALL));
    }

    private static Listing of(Phrase sentence, Matcher matcher, String name) {
        var start = matcher.start("fields");
        return new Listing(name, sentence.sub(start, matcher.end("fields")), start);
    }
}
