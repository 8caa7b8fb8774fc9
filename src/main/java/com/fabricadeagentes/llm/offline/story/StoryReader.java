package com.fabricadeagentes.llm.offline.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a story, given what the application already is. Deterministic; knows what it did not understand. */
public final class StoryReader {

    private static final int LONGEST = 20_000;
    private static final int USUAL_PASSWORD = 8;
    private static final Pattern SENTENCE =
            Pattern.compile("(?<!\\d)(?<!\\bmax)(?<!\\bmin)[.]|[.](?!\\d)(?<!\\bmax.)(?<!\\bmin.)|[!?;\\n\\r]+");
    private static final Pattern MODAL = Pattern.compile(
            "\\b(?:must|should|shall|cannot|can't|only|never|deve|devem|devera|nao pode|nao podem|somente|apenas|nunca)\\b");
    private static final Pattern SECRET = Pattern.compile("\\b(?:passwords?|senhas?|pin)\\b");

    private final Language language;
    private final Design before;
    private final Map<String, Heading> headings = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();
    private Optional<String> topic = Optional.empty();

    private StoryReader(Language language, Design before) {
        this.language = language;
        this.before = before;
    }

    /** A resource while it is being read. */
    private record Heading(Resource resource, boolean isNew, List<Draft> drafts) {}

    private record Sentence(Phrase words, boolean criterion) {}

    public static Reading read(Story story, Design before) {
        var text = story.title() + "\n" + story.description() + "\n" + String.join("\n", story.acceptanceCriteria());
        var reader = new StoryReader(languageOf(text), before);
        return reader.read(story);
    }

    public static Language languageOf(String text) {
        var plain = " "
                + Phrase.of(text.substring(0, Math.min(LONGEST, text.length()))).plain() + " ";
        var portuguese = count(
                plain, "\\b(?:de|do|da|dos|das|com|um|uma|que|nao|cadastro|cadastr\\w+|quero|deve|senha|para|os|e)\\b");
        var english =
                count(plain, "\\b(?:the|of|with|and|to|an|is|must|want|register|password|should|for|each|that|as)\\b");
        return english > portuguese ? Language.ENGLISH : Language.PORTUGUESE;
    }

    private Reading read(Story story) {
        var sentences = sentences(story);
        var plain = sentences.stream().map(sentence -> sentence.words().plain()).toList();
        var login = wantsLogin(plain);
        var rest = new ArrayList<Sentence>();
        for (var sentence : sentences) {
            if (Lexicon.get().beyond.matcher(head(sentence)).find()) {
                unread.add(sentence.words().shown());
            } else {
                readFields(sentence).ifPresent(rest::add);
            }
        }
        headings.values().removeIf(heading -> heading.drafts().isEmpty());
        var wantedLogin = login ? Optional.of(loginDraft()) : Optional.<Draft>empty();
        rest.forEach(sentence -> readRules(sentence, wantedLogin));
        return result(wantedLogin);
    }

    private Reading result(Optional<Draft> loginDraft) {
        var wanted = Design.EMPTY;
        var whole = before;
        for (var heading : headings.values()) {
            var resource = finished(heading);
            wanted = wanted.with(resource);
            whole = whole.with(resource);
        }
        if (loginDraft.isPresent()) {
            var shortest =
                    loginDraft.get().field().rule(Rule.Slot.SHORTEST).orElse(null) instanceof Rule.MinLength(var least)
                            ? least
                            : before.login().map(Design.Login::shortestPassword).orElse(USUAL_PASSWORD);
            wanted = wanted.with(new Design.Login(shortest));
            whole = whole.with(new Design.Login(shortest));
        }
        return new Reading(language, whole, wanted, unread);
    }

    private Resource finished(Heading heading) {
        if (heading.isNew()) {
            var stated =
                    heading.drafts().stream().anyMatch(draft -> draft.field().has(Rule.Slot.REQUIRED));
            var first = true;
            for (var draft : heading.drafts()) {
                draft.assume(
                        first && !stated && !draft.optional() && draft.field().type() != FieldType.BOOLEAN);
                first = false;
            }
        }
        return heading.resource()
                .with(heading.drafts().stream().map(Draft::field).toList());
    }

    /** Takes the fields out of a sentence; gives what may hold rules. */
    private Optional<Sentence> readFields(Sentence sentence) {
        var listing = Listing.find(sentence.words(), language, names());
        if (listing.isEmpty()) {
            topic = topic.or(() -> Listing.topic(sentence.words(), language));
            return Optional.of(sentence);
        }
        var found = listing.get();
        var heading = found.resource().isEmpty()
                ? last().or(() -> topic.map(this::heading))
                : Optional.of(heading(found.resource()));
        if (heading.isEmpty()) {
            return Optional.of(sentence);
        }
        var fields = FieldList.read(found.fields(), heading.get().resource().one());
        for (var draft : fields.drafts()) {
            if (SECRET.matcher(draft.field().name().replace('_', ' ')).find()) {
                unread.add(sentence.words().shown());
            }
            var same = heading.get().drafts().stream()
                    .anyMatch(d -> d.field().name().equals(draft.field().name()));
            if (!same) {
                heading.get().drafts().add(draft);
            }
        }
        unread.addAll(fields.unread());
        var tail = found.fields().from(fields.end());
        return tail.plain().isBlank() ? Optional.empty() : Optional.of(new Sentence(tail, false));
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        before.resources().forEach(resource -> names.addAll(List.of(resource.many(), resource.one())));
        headings.values()
                .forEach(h ->
                        names.addAll(List.of(h.resource().many(), h.resource().one())));
        topic.map(name -> Words.singular(name, language))
                .ifPresent(one -> names.addAll(List.of(Words.plural(one, language), one)));
        return names;
    }

    private Optional<Heading> last() {
        return headings.values().stream().reduce((_, second) -> second);
    }

    private Heading heading(String name) {
        var one = Words.singular(name, language);
        var many = Words.plural(one, language);
        return headings.computeIfAbsent(
                one,
                _ -> existing(one)
                        .map(resource -> new Heading(resource, false, drafts(resource)))
                        .orElseGet(() -> new Heading(new Resource(one, many, List.of()), true, new ArrayList<>())));
    }

    private Optional<Resource> existing(String one) {
        return before.resources().stream()
                .filter(resource -> resource.one().equals(one))
                .findFirst();
    }

    private static List<Draft> drafts(Resource resource) {
        return new ArrayList<>(resource.fields().stream().map(Draft::known).toList());
    }

    private void readRules(Sentence sentence, Optional<Draft> login) {
        var plain = sentence.words().plain();
        var capable = Lexicon.get().capabilities.matcher(plain).find()
                || login.isPresent() && Lexicon.get().signIn.matcher(plain).find();
        for (var drafts : candidates(plain, login)) {
            var result = new RuleReader(drafts, language).read(sentence.words());
            if (result.any()) {
                if (!result.complete() && !(capable && result.rest().isEmpty())) {
                    unread.add(sentence.words().shown());
                }
                return;
            }
        }
        var asks = sentence.criterion() || MODAL.matcher(plain).find();
        if (asks && !capable) {
            unread.add(sentence.words().shown());
        }
    }

    /** Whose fields a sentence may speak of: of the resource it names, of the story's, of all. */
    private List<List<Draft>> candidates(String plain, Optional<Draft> login) {
        for (var resource : before.resources()) {
            if (plain.matches("(?s).*\\b(?:" + resource.one() + "|" + resource.many() + ")\\b.*")) {
                heading(resource.one());
            }
        }
        var candidates = new ArrayList<List<Draft>>();
        headings.values().stream()
                .filter(h -> plain.matches(
                        "(?s).*\\b(?:" + h.resource().one() + "|" + h.resource().many() + ")\\b.*"))
                .forEach(heading -> candidates.add(heading.drafts()));
        headings.values().stream()
                .filter(h -> !candidates.contains(h.drafts()))
                .forEach(h -> candidates.add(h.drafts()));
        login.ifPresent(draft -> candidates.add(List.of(draft)));
        return candidates;
    }

    private Draft loginDraft() {
        var name = language == Language.ENGLISH ? "password" : "senha";
        return Draft.known(
                new Field(name, name, FieldType.STRING, List.of(new Rule.Required(), new Rule.MaxLength(1000))));
    }

    private static boolean wantsLogin(List<String> sentences) {
        var all = String.join("\n", sentences);
        return Lexicon.get().login.matcher(all).find()
                && Lexicon.get().password.matcher(all).find();
    }

    /** What a sentence says before its list of fields begins. */
    private String head(Sentence sentence) {
        return Listing.find(sentence.words(), language, names())
                .map(listing -> sentence.words().plain().substring(0, listing.start()))
                .orElse(sentence.words().plain());
    }

    private static List<Sentence> sentences(Story story) {
        var sentences = new ArrayList<Sentence>();
        split(story.title(), false, sentences);
        split(joined(story.description()), false, sentences);
        story.acceptanceCriteria().forEach(criterion -> split(criterion, true, sentences));
        return sentences;
    }

    /** "Fields:" and the points below it are one sentence. */
    private static String joined(String text) {
        var joined = new StringBuilder();
        var listing = false;
        for (var line : text.lines().toList()) {
            var point = line.strip().matches("[-*•].*");
            if (listing && point) {
                joined.append(line.strip().substring(1).strip().replaceFirst(": *(.*)$", " ($1)"))
                        .append(", ");
            } else {
                joined.append('\n').append(line);
                listing = line.strip().endsWith(":") || listing && line.isBlank();
            }
        }
        return joined.toString();
    }

    private static void split(String text, boolean criterion, List<Sentence> into) {
        var limited = Phrase.of(text.substring(0, Math.min(LONGEST, text.length())));
        var start = 0;
        var ends = SENTENCE.matcher(limited.plain());
        while (ends.find()) {
            add(limited.sub(start, ends.start()), criterion, into);
            start = ends.end();
        }
        add(limited.from(start), criterion, into);
    }

    private static void add(Phrase words, boolean criterion, List<Sentence> into) {
        var stripped = words.strip();
        if (!stripped.plain().isEmpty()) {
            into.add(new Sentence(stripped, criterion));
        }
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
