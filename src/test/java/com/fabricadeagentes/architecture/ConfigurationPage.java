package com.fabricadeagentes.architecture;

import com.fabricadeagentes.vault.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code docs/configuration.md}: each property of a {@code @ConfigurationProperties} record, in the words of its
 * {@code @param}, with the default that {@code application.yml} or {@code @DefaultValue} gives.
 */
final class ConfigurationPage {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern RECORD = Pattern.compile(
            "/\\*\\*(?<javadoc>(?:(?!\\*/).)*)\\*/\\s*(?:@Validated\\s*)?"
                    + "@ConfigurationProperties\\(\"(?<prefix>[^\"]+)\"\\)",
            Pattern.DOTALL);

    private static final Pattern PARAM =
            Pattern.compile("@param (?<name>\\w+) (?<text>.*?)(?=@param|$)", Pattern.DOTALL);

    private static final Pattern VARIABLE = Pattern.compile("\\{@code (?<variable>[A-Z][A-Z0-9_]+)}");

    /** As {@code {@code PORT}: text} or {@code text ({@code PORT}); more}. */
    private static final Pattern NAMED_HERE =
            Pattern.compile("^\\{@code [A-Z0-9_]+}[:;]? ?| \\(\\{@code [A-Z0-9_]+}\\)");

    private ConfigurationPage() {}

    static String render() throws IOException {
        var yaml = Files.readString(Path.of("src/main/resources/application.yml"));
        try (var files = Files.walk(SOURCES)) {
            var rows = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(file -> rows(read(file), yaml))
                    .collect(Collectors.joining());
            return """
                    # Configuration

                    By environment variables, all optional. Made from the code (the `@ConfigurationProperties` records);
                    regenerate with `mvn test -Dtest=GeneratedDocsTest -Dregenerate=true`.

                    | variable | property | default | meaning |
                    | --- | --- | --- | --- |
                    | `PORT` | `server.port` | `9001` | HTTP port |
                    """ + rows + secrets();
        }
    }

    private static String secrets() {
        return Arrays.stream(Secrets.Name.values())
                .map(name ->
                        "| `%s` | – | made once in `FACTORY_HOME/secrets` | at least 32 random bytes; ".formatted(name)
                                + "in `production` the start stops without it |\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> rows(String source, String yaml) {
        return RECORD.matcher(source).results().flatMap(found -> {
            var javadoc =
                    found.group("javadoc").replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
            return PARAM.matcher(javadoc).results().map(param -> row(found.group("prefix"), param, source, yaml));
        });
    }

    private static String row(String prefix, MatchResult param, String source, String yaml) {
        var name = param.group("name");
        var text = param.group("text").strip();
        var variable = VARIABLE.matcher(text).results().findFirst().map(found -> found.group("variable"));
        var meaning = NAMED_HERE.matcher(text).replaceFirst("").replaceAll("\\{@code ([^}]*)}", "`$1`");
        var property =
                prefix + "." + name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        var standard = variable.flatMap(it -> inYaml(it, yaml)).or(() -> inRecord(name, source));
        return "| %s | `%s` | %s | %s |\n"
                .formatted(
                        variable.map("`%s`"::formatted).orElse("–"),
                        property,
                        standard.map("`%s`"::formatted).orElse("–"),
                        meaning.strip());
    }

    private static Optional<String> inYaml(String variable, String yaml) {
        return Pattern.compile("\\$\\{" + variable + ":([^}]*)}")
                .matcher(yaml)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .filter(value -> !value.isBlank() && !value.startsWith("#{"));
    }

    private static Optional<String> inRecord(String name, String source) {
        return Pattern.compile("@DefaultValue\\(\"([^\"]*)\"\\)\\s+(?:@[\\w.]+(?:\\([^)]*\\))?\\s+)*[\\w.<>]+\\s+"
                        + name + "\\b")
                .matcher(source)
                .results()
                .findFirst()
                .map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }
}
