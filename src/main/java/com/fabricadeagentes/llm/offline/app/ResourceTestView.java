package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Field;
import com.fabricadeagentes.llm.offline.story.Resource;
import com.fabricadeagentes.llm.offline.story.Rule;
import java.util.List;
import java.util.TreeSet;

/** A resource as the templates of its tests see it. */
record ResourceTestView(
        String packageName,
        String className,
        String path,
        List<String> sampleImports,
        boolean anyNumber,
        List<Sample> samples,
        List<RuleTest> ruleTests,
        List<String> ruleImports,
        boolean anyTaken,
        List<Sample> uniques,
        List<Sample> filters,
        String first) {

    record Sample(String json, String value) {}

    static ResourceTestView of(Resource resource) {
        var fields = resource.fields();
        var tests =
                fields.stream().flatMap(field -> RuleTest.of(field).stream()).toList();
        return new ResourceTestView(
                Names.packageOf(resource),
                Names.classOf(resource),
                Names.path(resource),
                Samples.imports(fields),
                fields.stream().anyMatch(field -> field.type().number()),
                samples(fields),
                tests,
                imports(tests),
                tests.stream().anyMatch(test -> !test.taken().isEmpty()),
                samples(fields.stream()
                        .filter(field -> field.has(Rule.Slot.UNIQUE))
                        .toList()),
                samples(fields.stream().filter(Samples::differ).toList()),
                fields.getFirst().name());
    }

    private static List<Sample> samples(List<Field> fields) {
        return fields.stream()
                .map(field -> new Sample(field.name(), Samples.valid(field)))
                .toList();
    }

    private static List<String> imports(List<RuleTest> tests) {
        var imports = new TreeSet<>(List.of("java.util.List", "java.util.Map"));
        for (var test : tests) {
            if (test.refused().startsWith("new BigDecimal")) {
                imports.add("java.math.BigDecimal");
            }
            if (test.refused().startsWith("LocalDate")) {
                imports.add("java.time.LocalDate");
            }
        }
        return List.copyOf(imports);
    }
}
