package com.fabricadeagentes.llm.offline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads "name, price (required) and supplier's e-mail" as fields, each with the rules in its own words. */
final class FieldList {

    private static final int MOST_FIELDS = 40;
    private static final int MOST_WORDS = 5;
    private static final Pattern END = Pattern.compile(
            "\\s*[,;]?\\s*\\b(?:so that|so (?:i|we) can|in order to|to (?:keep|know|control|help)|para que|a fim de"
                    + "|para (?:poder|eu|controlar|saber|manter|gerenciar|organizar|facilitar|acompanhar)|where|onde|sendo que"
                    + "|em que|whose|cuj[oa]s?|with the rules?|com as regras?)\\b");
    private static final Pattern SPLIT = Pattern.compile("(?<!\\d),|,(?!\\d)|\\band\\b|\\be\\b|\\bplus\\b|&");
    private static final Pattern RANGE = Pattern.compile("(?:between|entre|from|de) " + Lexicon.NUMBER + " $");
    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(?:must|should|cannot|can't|can not|may not|deve|devem|nao pode|nao podem|is|are|sao|has to|needs to)\\b");
    private static final Pattern RELATIVE = Pattern.compile("\\b(?:that|which|que)\\b.*");
    private static final Pattern UNIT = Pattern.compile("(?<=.) (?:in|em) [a-z]+(?:/[a-z]+| quadrad[oa]s| cubicos?)?$");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:the|an?|its|their|his|her|my|our|o|a|os|as|um|uma|seu|sua|seus|suas|and|e|also|tambem|fields?|campos?|whether(?: it is| they are)?|se esta|se e|with|com|has|have|must|should|is|are|deve|pode|be|ser)\\s+)+");
    private static final Pattern TRAIL = Pattern.compile(
            "(?:\\s+(?:that|which|que|of|de|fields?|campos?|e|is|are|and|with|com|must|deve|be|ser|as|como|a|an|um|uma))+$");
    private static final List<String> FILLERS = List.of("etc", "so on", "assim por diante", "outros");

    private final String resource;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private int end;

    private FieldList(String resource) {
        this.resource = resource;
    }

    /** @param end where the list ended; rules may follow in the same sentence */
    record Result(List<Draft> drafts, int end, List<String> unread) {}

    static Result read(Phrase text, String resource) {
        var list = new FieldList(resource);
        var stop = END.matcher(outsideParentheses(text.plain()));
        list.end = stop.find() ? stop.start() : text.plain().length();
        list.readItems(text);
        return new Result(list.drafts, list.end, list.unread);
    }

    private void readItems(Phrase text) {
        for (var span : items(text.sub(0, end))) {
            var item = text.sub(span[0], span[1]).strip();
            var bare = outsideParentheses(item.plain());
            if (CLAUSE.matcher(RELATIVE.matcher(bare).replaceAll("")).find()
                    || item.shown().matches("(?iuU).*\\b(é|são)\\b.*")
                            && !RELATIVE.matcher(bare).find()) {
                end = span[0];
                return;
            }
            if (!item.plain().isEmpty() && !FILLERS.contains(item.plain()) && drafts.size() < MOST_FIELDS) {
                readItem(item);
            }
        }
    }

    private void readItem(Phrase item) {
        var bare = outsideParentheses(item.plain());
        var label = new StringBuilder(RuleReader.withoutRules(bare));
        var relative = RELATIVE.matcher(label);
        if (relative.find()) {
            label.replace(relative.start(), relative.end(), " ".repeat(relative.end() - relative.start()));
        }
        var plain = words(label.toString());
        var shown = words(shownOf(item, label.toString()));
        if (plain.isEmpty() || plain.split("[ -]").length > MOST_WORDS) {
            unread.add(item.shown());
            return;
        }
        var named = UNIT.matcher(plain).replaceAll("");
        var draft = Draft.of(shown, named, item.plain(), resource);
        if (drafts.stream()
                .anyMatch(other -> other.field().name().equals(draft.field().name()))) {
            return;
        }
        drafts.add(draft);
        var rules = RuleReader.readInto(draft, item.plain());
        if (!rules.complete()) {
            unread.add(item.shown());
        }
        parentheses(draft, item.plain(), item.shown());
    }

    /** "(new, used)" are options, "(required)" is a rule and read already, "(date)" a type. */
    private static void parentheses(Draft draft, String plain, String shown) {
        var open = plain.indexOf('(');
        var close = plain.indexOf(')', open + 1);
        if (open < 0
                || close < 0
                || !RuleReader.withoutRules(plain.substring(open, close)).equals(plain.substring(open, close))) {
            return;
        }
        var options = Arrays.stream(shown.substring(open + 1, close).split(",? (?:or|ou|and|e) |[,/|]"))
                .map(option -> option.replaceFirst("(?i)^(?:one of|either|um de|uma de|um dos|uma das) ", ""))
                .map(option -> option.replaceAll("[^\\p{L}\\p{N} -]", "").strip())
                .filter(option -> !option.isEmpty())
                .distinct()
                .toList();
        var type = Lexicon.get().typeOf(plain.substring(open + 1, close));
        if (type.isPresent()) {
            draft.type(type.get());
        } else if (options.size() > 1) {
            draft.options(options);
        }
    }

    private static List<int[]> items(Phrase text) {
        var plain = outsideParentheses(text.plain());
        var items = new ArrayList<int[]>();
        var start = 0;
        var matcher = SPLIT.matcher(plain);
        while (matcher.find()) {
            var verb = matcher.group().equals("e")
                    && text.shown().substring(matcher.start(), matcher.end()).equalsIgnoreCase("é");
            if (!verb && !RANGE.matcher(plain.substring(0, matcher.start())).find()) {
                items.add(new int[] {start, matcher.start()});
                start = matcher.end();
            }
        }
        items.add(new int[] {start, plain.length()});
        return items;
    }

    /** What parentheses hold, as spaces. */
    private static String outsideParentheses(String text) {
        return Pattern.compile("\\([^)]*\\)?")
                .matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    /** The written characters where the plain ones were left. */
    private static String shownOf(Phrase item, String left) {
        var shown = new StringBuilder();
        for (var i = 0; i < left.length(); i++) {
            var kept = left.charAt(i) > ' ';
            shown.append(kept ? Character.toLowerCase(item.shown().charAt(i)) : ' ');
        }
        return shown.toString();
    }

    /** Letters, digits and hyphens, without the words that begin or end an item. */
    private static String words(String text) {
        var words = text.replaceAll("'s\\b", "")
                .replaceAll("[^\\p{L}\\p{N}-]+", " ")
                .strip();
        words = LEAD.matcher(words).replaceFirst("");
        return TRAIL.matcher(words).replaceFirst("").replaceAll("^-+|-+$", "").strip();
    }
}
