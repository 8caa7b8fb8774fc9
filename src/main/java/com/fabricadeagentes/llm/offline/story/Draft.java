package com.fabricadeagentes.llm.offline.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A field while its story is being read: its type may still turn out by its rules. */
final class Draft {

    private static final Pattern QUANTITY =
            Pattern.compile("\\b(?:quantity|quantidade|qtde?|stock|estoque|age|idade|count)\\b");

    private Field field;
    private boolean guessed;
    private boolean optional;

    private Draft(Field field, boolean guessed) {
        this.field = field;
        this.guessed = guessed;
    }

    static Draft known(Field field) {
        return new Draft(field, false);
    }

    /** @param hints the words around the label which may tell its type */
    static Draft of(String label, String plain, String hints, String resource) {
        var type = Lexicon.get().typeOf(plain).or(() -> Lexicon.get().typeOf(hints));
        var name = plain.replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        if (name.equals("id")) {
            name = resource.replace(' ', '_') + "_id";
        }
        if (!Character.isLetter(name.charAt(0))) {
            name = "n" + name;
        }
        return new Draft(new Field(label, name, type.orElse(FieldType.STRING), List.of()), type.isEmpty());
    }

    Field field() {
        return field;
    }

    boolean optional() {
        return optional;
    }

    void options(List<String> options) {
        field = field.as(FieldType.CHOICE).with(new Rule.OneOf(options));
        guessed = false;
    }

    void type(FieldType type) {
        field = field.as(type);
        guessed = false;
    }

    /** What nobody states but everybody means. */
    void assume(boolean required) {
        if (required) {
            field = field.with(new Rule.Required());
        }
        var quantity = field.type() == FieldType.INTEGER
                && QUANTITY.matcher(field.name().replace('_', ' ')).find();
        if ((field.type() == FieldType.MONEY || quantity)
                && !field.has(Rule.Slot.LOWER)
                && !field.has(Rule.Slot.UPPER)) {
            field = field.with(new Rule.AtLeast(BigDecimal.ZERO));
        }
    }

    /**
     * Takes a rule.
     *
     * @param characters whether its numbers count characters
     * @return whether it says something about this field
     */
    boolean take(Lexicon.Meaning meaning, @Nullable BigDecimal first, @Nullable BigDecimal second, boolean characters) {
        if (meaning == Lexicon.Meaning.VALID) {
            return true;
        }
        if (meaning == Lexicon.Meaning.OPTIONAL) {
            optional = true;
            field = field.without(Rule.Slot.REQUIRED);
            return true;
        }
        if (meaning == Lexicon.Meaning.INTEGER) {
            if (guessed || field.type().number()) {
                type(FieldType.INTEGER);
            }
            return field.type() == FieldType.INTEGER;
        }
        var rules = rules(
                meaning, first, second, characters || !guessed && field.type().words());
        rules.forEach(this::turn);
        if (rules.isEmpty() || !rules.stream().allMatch(rule -> rule.fits(field.type()))) {
            return false;
        }
        rules.forEach(rule -> field = field.with(rule));
        return sensible();
    }

    /** A word nobody knows is a number if its rule is of numbers, a date if its rule is of time. */
    private void turn(Rule rule) {
        if (guessed && !rule.fits(field.type())) {
            switch (rule.slot()) {
                case LOWER, UPPER -> type(FieldType.DECIMAL);
                case TIME -> type(FieldType.DATE);
                default -> {}
            }
        }
        if (field.type() == FieldType.INTEGER && rule instanceof Rule.AtLeast(var bound) && bound.scale() > 0) {
            type(FieldType.DECIMAL);
        }
    }

    private boolean sensible() {
        var lower = bound(Rule.Slot.LOWER);
        var upper = bound(Rule.Slot.UPPER);
        var shortest = field.rule(Rule.Slot.SHORTEST).orElse(null) instanceof Rule.MinLength(var least) ? least : 0;
        var longest = field.rule(Rule.Slot.LONGEST).orElse(null) instanceof Rule.MaxLength(var most) ? most : 1_000_000;
        return (lower == null || upper == null || lower.compareTo(upper) < 0)
                && shortest <= longest
                && longest > 0
                && longest <= 1_000_000
                && (field.type() != FieldType.EMAIL || longest >= 10);
    }

    private @Nullable BigDecimal bound(Rule.Slot slot) {
        return switch (field.rule(slot).orElse(null)) {
            case Rule.AtLeast(var bound) -> bound;
            case Rule.MoreThan(var bound) -> bound;
            case Rule.AtMost(var bound) -> bound;
            case Rule.LessThan(var bound) -> bound;
            case null, default -> null;
        };
    }

    private static List<Rule> rules(
            Lexicon.Meaning meaning, @Nullable BigDecimal first, @Nullable BigDecimal second, boolean characters) {
        return switch (meaning) {
            case REQUIRED -> List.of(new Rule.Required());
            case UNIQUE -> List.of(new Rule.Unique());
            case NOT_NEGATIVE -> List.of(new Rule.AtLeast(BigDecimal.ZERO));
            case POSITIVE -> List.of(new Rule.MoreThan(BigDecimal.ZERO));
            case PAST -> List.of(new Rule.Past(false));
            case PAST_OR_TODAY -> List.of(new Rule.Past(true));
            case FUTURE -> List.of(new Rule.Future(false));
            case FUTURE_OR_TODAY -> List.of(new Rule.Future(true));
            case RANGE ->
                first == null || second == null
                        ? List.of()
                        : characters
                                ? List.of(shortest(first), new Rule.MaxLength(count(second)))
                                : List.of(new Rule.AtLeast(first), new Rule.AtMost(second));
            case EXACTLY ->
                first == null || !characters ? List.of() : List.of(shortest(first), new Rule.MaxLength(count(first)));
            case AT_LEAST ->
                first == null ? List.of() : List.of(characters ? shortest(first) : new Rule.AtLeast(first));
            case MORE_THAN ->
                first == null
                        ? List.of()
                        : List.of(characters ? shortest(first.add(BigDecimal.ONE)) : new Rule.MoreThan(first));
            case AT_MOST ->
                first == null
                        ? List.of()
                        : List.of(characters ? new Rule.MaxLength(count(first)) : new Rule.AtMost(first));
            case LESS_THAN ->
                first == null
                        ? List.of()
                        : List.of(characters ? new Rule.MaxLength(count(first) - 1) : new Rule.LessThan(first));
            case OPTIONAL, INTEGER, VALID -> List.of();
        };
    }

    /** A blank text counts as none, so that one character is the same as being there. */
    private static Rule shortest(BigDecimal length) {
        return count(length) <= 1 ? new Rule.Required() : new Rule.MinLength(count(length));
    }

    private static int count(BigDecimal number) {
        return number.min(BigDecimal.valueOf(1_000_001))
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
    }

    /** The words this field may be called by: all of them, or the one that counts where no other field has it. */
    Pattern mention(boolean byHead, Language language) {
        var words = field.name().split("_");
        var head = language == Language.ENGLISH ? words[words.length - 1] : words[0];
        var spelled = String.join(
                "[ -]+", java.util.Arrays.stream(words).map(Draft::inflected).toList());
        return Pattern.compile(
                "\\b(?:" + spelled + (byHead && words.length > 1 ? "|" + inflected(head) : "") + ")\\b",
                Pattern.CASE_INSENSITIVE);
    }

    String head(Language language) {
        var words = field.name().toLowerCase(Locale.ROOT).split("_");
        return language == Language.ENGLISH ? words[words.length - 1] : words[0];
    }

    private static String inflected(String word) {
        var stem = word.replaceAll("(?<=...)s$", "");
        return word.matches(".+[^aeiou]y")
                ? "(?:" + word + "|" + word.replaceAll("y$", "ies") + ")"
                : stem + "(?:e?s)?";
    }
}
