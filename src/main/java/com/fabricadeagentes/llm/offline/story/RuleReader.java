package com.fabricadeagentes.llm.offline.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules in a sentence: finds the fields it names and the phrases that are rules, and gives each rule to the
 * fields named just before it, or after it where the phrase asks for that.
 */
final class RuleReader {

    private static final String TAKEN = "\u0001";
    private static final Pattern CHARACTERS =
            Pattern.compile("^\\s*(?:characters?|caracteres?|chars?|letters?|letras?|digits?|digitos?)\\b");
    private static final Pattern LINK =
            Pattern.compile("(?:[\\s,]|\\b(?:and|e|or|ou|the|o|a|os|as|both|its|their|an?|um|uma|de|do|da|of)\\b|&)*");
    private static final Pattern LEFT_OVER = Pattern.compile(
            "\\b(?:must|should|shall|cannot|can't|only|never|deve|devem|devera|nao pode|nao podem|somente|apenas|nunca)\\b");
    private static final Pattern OPTIONS = Pattern.compile(
            "^\\s*(?:(?:must be|can be|may be|should be|is|are|deve ser|devem ser|pode ser|podem ser|e|being)\\s+)?"
                    + "(?:(?:one of|either|any of|um de|uma de|um dos|uma das|um dentre|um entre|uma dentre)\\s*:?\\s*)?"
                    + "((?:[\\p{L}][\\p{L}\\d-]*(?: [\\p{L}][\\p{L}\\d-]*)?,\\s*)*[\\p{L}][\\p{L}\\d-]*(?: [\\p{L}][\\p{L}\\d-]*)?,? (?:or|ou) "
                    + "[\\p{L}][\\p{L}\\d-]*(?: [\\p{L}][\\p{L}\\d-]*)?)\\s*$");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("um", 1),
            Map.entry("uma", 1),
            Map.entry("two", 2),
            Map.entry("dois", 2),
            Map.entry("duas", 2),
            Map.entry("three", 3),
            Map.entry("tres", 3),
            Map.entry("four", 4),
            Map.entry("quatro", 4),
            Map.entry("five", 5),
            Map.entry("cinco", 5),
            Map.entry("six", 6),
            Map.entry("seis", 6),
            Map.entry("seven", 7),
            Map.entry("sete", 7),
            Map.entry("eight", 8),
            Map.entry("oito", 8),
            Map.entry("nine", 9),
            Map.entry("nove", 9),
            Map.entry("ten", 10),
            Map.entry("dez", 10),
            Map.entry("hundred", 100),
            Map.entry("cem", 100));

    private final List<Draft> drafts;
    private final Language language;

    RuleReader(List<Draft> drafts, Language language) {
        this.drafts = drafts;
        this.language = language;
    }

    /** @param complete whether every rule found a field that it fits, and no demand is left over */
    record Result(boolean any, boolean complete, String rest) {}

    private sealed interface Found {
        int start();

        int end();
    }

    private record Mention(int start, int end, Draft draft) implements Found {}

    private record Demand(
            int start,
            int end,
            Lexicon.Entry entry,
            @Nullable BigDecimal first,
            @Nullable BigDecimal second,
            boolean characters)
            implements Found {

        boolean give(Draft draft) {
            return draft.take(entry.meaning(), first, second, characters);
        }
    }

    /** Reads a sentence whose rules belong to the fields it names. */
    Result read(Phrase sentence) {
        var text = new StringBuilder(sentence.plain());
        var found = new ArrayList<Found>(mentions(text));
        if (found.size() == 1 && options(sentence, (Mention) found.getFirst())) {
            return new Result(true, true, "");
        }
        found.addAll(demands(text));
        found.sort(Comparator.comparingInt(Found::start));
        var complete = give(found, sentence.plain());
        var any = found.stream().anyMatch(Demand.class::isInstance)
                && found.stream().anyMatch(Mention.class::isInstance);
        return new Result(any, complete && !LEFT_OVER.matcher(text).find(), text.toString());
    }

    /** Reads the rules in a field's own words, and gives what is left of them. */
    static Result readInto(Draft draft, String plain) {
        var text = new StringBuilder(plain);
        var complete = true;
        var demands = demands(text);
        for (var demand : demands) {
            complete &= demand.give(draft);
        }
        return new Result(!demands.isEmpty(), complete, text.toString());
    }

    /** The words without their rules, in place: the length stays. */
    static String withoutRules(String plain) {
        var text = new StringBuilder(plain);
        demands(text);
        return text.toString();
    }

    private boolean options(Phrase sentence, Mention mention) {
        var matcher = OPTIONS.matcher(
                sentence.shown().toLowerCase(java.util.Locale.ROOT).substring(mention.end()));
        if (!matcher.find() || RuleReader.withoutRules(sentence.plain()).contains(TAKEN)) {
            return false;
        }
        var options = Arrays.stream(matcher.group(1).split(",? (?:or|ou) |,\\s*"))
                .map(String::strip)
                .toList();
        mention.draft().options(options);
        return true;
    }

    private List<Mention> mentions(StringBuilder text) {
        var mentions = new ArrayList<Mention>();
        var longestFirst = new ArrayList<>(drafts);
        longestFirst.sort(
                Comparator.comparingInt((Draft draft) -> -draft.field().name().length()));
        for (var byHead : new boolean[] {false, true}) {
            for (var draft : longestFirst) {
                if (byHead
                        && drafts.stream()
                                        .filter(other -> other.head(language).equals(draft.head(language)))
                                        .count()
                                > 1) {
                    continue;
                }
                for (var match : draft.mention(byHead, language)
                        .matcher(text.toString())
                        .results()
                        .toList()) {
                    mentions.add(new Mention(match.start(), match.end(), draft));
                    take(text, match);
                }
            }
        }
        return mentions;
    }

    private static List<Demand> demands(StringBuilder text) {
        var demands = new ArrayList<Demand>();
        for (var entry : Lexicon.get().rules) {
            for (var match : entry.words().matcher(text.toString()).results().toList()) {
                var numbers = numbers(match);
                var unit = CHARACTERS.matcher(text.substring(match.end()));
                var end = unit.find() ? match.end() + unit.end() : match.end();
                demands.add(new Demand(
                        match.start(),
                        end,
                        entry,
                        numbers.isEmpty() ? null : numbers.get(0),
                        numbers.size() < 2 ? null : numbers.get(1),
                        end > match.end()));
                text.replace(match.start(), end, TAKEN.repeat(end - match.start()));
            }
        }
        return demands;
    }

    private boolean give(List<Found> found, String text) {
        var group = new ArrayList<Draft>();
        var ahead = new ArrayList<Demand>();
        var answered = true;
        Found last = null;
        for (var i = 0; i < found.size(); i++) {
            var here = found.get(i);
            switch (here) {
                case Mention mention -> {
                    if (!(last instanceof Mention before)
                            || !linked(text, before, mention)
                            || group.contains(mention.draft())) {
                        group.clear();
                    }
                    group.add(mention.draft());
                    for (var demand : ahead) {
                        answered &= demand.give(mention.draft());
                    }
                }
                case Demand demand -> {
                    if (last instanceof Mention && !ahead.isEmpty()) {
                        ahead.clear();
                    }
                    if (demand.entry().ahead() && i + 1 < found.size() || group.isEmpty()) {
                        ahead.add(demand);
                        answered &= found.subList(i, found.size()).stream().anyMatch(Mention.class::isInstance);
                    } else {
                        for (var draft : group) {
                            answered &= demand.give(draft);
                        }
                    }
                }
            }
            last = here;
        }
        return answered;
    }

    private static boolean linked(String text, Mention before, Mention after) {
        return LINK.matcher(text.substring(before.end(), after.start())).matches();
    }

    private static void take(StringBuilder text, MatchResult match) {
        text.replace(match.start(), match.end(), TAKEN.repeat(match.end() - match.start()));
    }

    private static List<BigDecimal> numbers(MatchResult match) {
        var numbers = new ArrayList<BigDecimal>();
        for (var group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                numbers.add(number(match.group(group)));
            }
        }
        return numbers;
    }

    /** {@code 1.000,50} and {@code 1,000.50} alike: the last mark is the decimal one, unless three digits follow it. */
    static BigDecimal number(String text) {
        if (NUMBERS.get(text) instanceof Integer known) {
            return BigDecimal.valueOf(known);
        }
        var decimal = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
        var grouped = decimal >= 0 && text.length() - decimal == 4 && !text.startsWith("0");
        var whole = decimal < 0 || grouped ? text : text.substring(0, decimal);
        var fraction = decimal < 0 || grouped ? "" : "." + text.substring(decimal + 1);
        var number = new BigDecimal(whole.replaceAll("[.,]", "") + fraction);
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
