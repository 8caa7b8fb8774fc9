package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Design;
import com.fabricadeagentes.llm.offline.story.Field;
import com.fabricadeagentes.llm.offline.story.Language;
import com.fabricadeagentes.llm.offline.story.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people read about an application: its README, in the language of the story. */
public final class Documents {

    private Documents() {}

    private record Row(String name, String label, String type, String rules) {}

    private record Section(String path, List<Row> rows, String example) {}

    public static SortedMap<String, String> of(Design design, Language language) {
        var view = Map.of(
                "resources", design.resources().stream().map(Documents::section).toList(),
                "login", design.login().isPresent());
        var template = language == Language.ENGLISH ? "docs/README.en.md" : "docs/README.pt.md";
        return new TreeMap<>(Map.of("README.md", JavaApplication.render(template, view)));
    }

    private static Section section(Resource resource) {
        return new Section(
                Names.path(resource),
                resource.fields().stream().map(Documents::row).toList(),
                example(resource));
    }

    private static Row row(Field field) {
        var rules = field.rules().stream()
                .map(rule -> RuleTest.nameOf(field, rule)
                        .substring(field.name().length() + 1)
                        .replace('_', ' '))
                .collect(Collectors.joining(", "));
        var options = FieldView.options(field);
        var more = options.isEmpty() ? "" : ": " + String.join(", ", options);
        return new Row(field.name(), field.label(), field.type().name().toLowerCase(Locale.ROOT), rules + more);
    }

    private static String example(Resource resource) {
        return resource.fields().stream()
                .map(field -> "\"" + field.name() + "\": " + Samples.json(field))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
