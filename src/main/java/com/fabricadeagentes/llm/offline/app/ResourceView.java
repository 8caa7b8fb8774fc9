package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Resource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A resource as the templates of the application see it. */
record ResourceView(
        String packageName,
        String className,
        String path,
        List<String> imports,
        String components,
        String fieldNames,
        List<FieldView> fields,
        List<String> checks,
        List<FieldView> uniques,
        boolean anyUnique) {

    static ResourceView of(Resource resource) {
        var fields = resource.fields().stream().map(FieldView::of).toList();
        var uniques = fields.stream().filter(FieldView::unique).toList();
        return new ResourceView(
                Names.packageOf(resource),
                Names.classOf(resource),
                Names.path(resource),
                imports(fields),
                "long id"
                        + fields.stream()
                                .map(f -> ", " + f.javaType() + " " + f.java())
                                .collect(Collectors.joining()),
                fields.stream().map(field -> Names.literal(field.json())).collect(Collectors.joining(", ")),
                fields,
                fields.stream().flatMap(field -> field.checks().stream()).toList(),
                uniques,
                !uniques.isEmpty());
    }

    private static List<String> imports(List<FieldView> fields) {
        var imports = new TreeSet<>(List.of("java.util.LinkedHashMap", "java.util.Map"));
        for (var field : fields) {
            switch (field.javaType()) {
                case "BigDecimal" -> imports.add("java.math.BigDecimal");
                case "LocalDate" -> imports.add("java.time.LocalDate");
                default -> {}
            }
        }
        return List.copyOf(imports);
    }
}
