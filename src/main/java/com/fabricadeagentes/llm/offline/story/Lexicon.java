package com.fabricadeagentes.llm.offline.story;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The words the offline model knows, from {@code lexicon.yml}. */
final class Lexicon {

    static final String NUMBER =
            "(?:r\\$ ?|us\\$ ?|\\$ ?|€ ?)?(-?\\d[\\d.,]*\\d|-?\\d|zero|one|two|three|four|five|six|seven|eight"
                    + "|nine|ten|uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|hundred|cem)(?![\\w])";

    private static final Lexicon INSTANCE = load();

    /** What a phrase of the lexicon means. */
    enum Meaning {
        REQUIRED,
        OPTIONAL,
        UNIQUE,
        NOT_NEGATIVE,
        POSITIVE,
        RANGE,
        EXACTLY,
        AT_LEAST,
        AT_MOST,
        MORE_THAN,
        LESS_THAN,
        PAST,
        PAST_OR_TODAY,
        FUTURE,
        FUTURE_OR_TODAY,
        INTEGER,
        VALID
    }

    /** @param ahead whether it speaks of the fields named after it */
    record Entry(Meaning meaning, boolean ahead, Pattern words) {}

    record TypeWords(FieldType type, Pattern words) {}

    final List<Entry> rules;
    final List<TypeWords> types;
    final Pattern capabilities;
    final Pattern signIn;
    final Pattern login;
    final Pattern password;
    final Pattern beyond;

    private Lexicon(Map<String, Object> data) {
        var modal = "(?:\\b" + data.get("modal") + "\\s+)*";
        this.rules = maps(data, "rules").stream()
                .map(entry -> new Entry(
                        Meaning.valueOf(string(entry, "rule")),
                        entry.containsKey("ahead"),
                        Pattern.compile(modal + "(?<![\\w-])(?:"
                                + string(entry, "words").replace("<n>", NUMBER) + ")(?!\\w)")))
                .toList();
        this.types = maps(data, "types").stream()
                .map(entry -> new TypeWords(
                        FieldType.valueOf(string(entry, "type")), Pattern.compile(string(entry, "words"))))
                .toList();
        this.capabilities = Pattern.compile(string(data, "capabilities"));
        this.signIn = Pattern.compile(string(data, "signin"));
        this.login = Pattern.compile(string(data, "login"));
        this.password = Pattern.compile(string(data, "password"));
        this.beyond = Pattern.compile(string(data, "beyond"));
    }

    static Lexicon get() {
        return INSTANCE;
    }

    /** The type that a field's words name. */
    Optional<FieldType> typeOf(String words) {
        return types.stream()
                .filter(type -> type.words().matcher(words).find())
                .map(TypeWords::type)
                .findFirst();
    }

    private static String string(Map<String, Object> data, String key) {
        return Objects.requireNonNull((String) data.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> data, String key) {
        return Objects.requireNonNull((List<Map<String, Object>>) data.get(key), key);
    }

    private static Lexicon load() {
        try (var stream = Lexicon.class.getResourceAsStream("/offline/lexicon.yml")) {
            var reader = new InputStreamReader(
                    Objects.requireNonNull(stream, "offline/lexicon.yml"), StandardCharsets.UTF_8);
            return new Lexicon(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
