package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Field;
import com.fabricadeagentes.llm.offline.story.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A field as the templates of the application see it. */
record FieldView(String json, String java, String javaType, String reading, List<String> checks, boolean unique) {

    static FieldView of(Field field) {
        var checks = new ArrayList<String>();
        field.rules().forEach(rule -> check(field.name(), rule).ifPresent(checks::add));
        return new FieldView(
                field.name(),
                Names.variable(field.name()),
                javaType(field),
                reading(field),
                checks,
                field.has(Rule.Slot.UNIQUE));
    }

    private static String javaType(Field field) {
        return switch (field.type()) {
            case STRING, TEXT, EMAIL, CHOICE -> "String";
            case INTEGER -> "Long";
            case DECIMAL, MONEY -> "BigDecimal";
            case BOOLEAN -> "Boolean";
            case DATE -> "LocalDate";
        };
    }

    private static String reading(Field field) {
        var name = "(\"" + field.name() + "\")";
        return switch (field.type()) {
            case STRING, TEXT -> "form.text" + name;
            case EMAIL -> "form.email" + name;
            case INTEGER -> "form.integer" + name;
            case DECIMAL -> "form.decimal" + name;
            case MONEY -> "form.money" + name;
            case BOOLEAN -> "form.flag" + name;
            case DATE -> "form.date" + name;
            case CHOICE -> "form.choice(\"" + field.name() + "\", List.of(" + literals(options(field)) + "))";
        };
    }

    private static Optional<String> check(String name, Rule rule) {
        return switch (rule) {
            case Rule.Required() -> call("required", name);
            case Rule.AtLeast(var bound) -> call("atLeast", name, Names.literal(bound.toPlainString()));
            case Rule.MoreThan(var bound) -> call("moreThan", name, Names.literal(bound.toPlainString()));
            case Rule.AtMost(var bound) -> call("atMost", name, Names.literal(bound.toPlainString()));
            case Rule.LessThan(var bound) -> call("lessThan", name, Names.literal(bound.toPlainString()));
            case Rule.MinLength(var least) -> call("minLength", name, String.valueOf(least));
            case Rule.MaxLength(var most) -> call("maxLength", name, String.valueOf(most));
            case Rule.Past(var todayToo) -> call("past", name, String.valueOf(todayToo));
            case Rule.Future(var todayToo) -> call("future", name, String.valueOf(todayToo));
            // The store compares with the others; reading a choice names its options.
            case Rule.Unique(), Rule.OneOf _ -> Optional.empty();
        };
    }

    private static Optional<String> call(String rule, String name, String... more) {
        var arguments = more.length == 0 ? "" : ", " + String.join(", ", more);
        return Optional.of("form." + rule + "(\"" + name + "\"" + arguments + ");");
    }

    static List<String> options(Field field) {
        return field.rule(Rule.Slot.OPTIONS).orElse(null) instanceof Rule.OneOf(var options) ? options : List.of();
    }

    static String literals(List<String> texts) {
        return texts.stream().map(Names::literal).collect(Collectors.joining(", "));
    }
}
