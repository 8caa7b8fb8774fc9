package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Field;
import com.fabricadeagentes.llm.offline.story.FieldType;
import com.fabricadeagentes.llm.offline.story.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A field as a JSON Schema, and back. */
final class SchemaOfField {

    private static final String TYPE = "x-type";
    private static final String UNIQUE = "x-unique";
    private static final String TIME = "x-time";
    private static final Map<String, Rule> TIMES = Map.of(
            "past", new Rule.Past(false),
            "past-or-today", new Rule.Past(true),
            "future", new Rule.Future(false),
            "future-or-today", new Rule.Future(true));

    private SchemaOfField() {}

    static boolean required(Field field) {
        return field.has(Rule.Slot.REQUIRED);
    }

    static Map<String, Object> write(Field field) {
        var schema = new TreeMap<String, Object>();
        schema.put("title", field.label());
        schema.put(TYPE, field.type().name().toLowerCase(Locale.ROOT));
        switch (field.type()) {
            case STRING, TEXT, CHOICE -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case DECIMAL -> schema.put("type", "number");
            case MONEY -> schema.putAll(Map.of("type", "number", "multipleOf", new BigDecimal("0.01")));
            case BOOLEAN -> schema.put("type", "boolean");
            case DATE -> schema.putAll(Map.of("type", "string", "format", "date"));
            case EMAIL -> schema.putAll(Map.of("type", "string", "format", "email"));
        }
        field.rules().forEach(rule -> write(rule, schema));
        return schema;
    }

    private static void write(Rule rule, Map<String, Object> schema) {
        switch (rule) {
            // Told by the resource's schema.
            case Rule.Required() -> {}
            case Rule.Unique() -> schema.put(UNIQUE, true);
            case Rule.AtLeast(var bound) -> schema.put("minimum", bound);
            case Rule.MoreThan(var bound) -> schema.put("exclusiveMinimum", bound);
            case Rule.AtMost(var bound) -> schema.put("maximum", bound);
            case Rule.LessThan(var bound) -> schema.put("exclusiveMaximum", bound);
            case Rule.MinLength(var least) -> schema.put("minLength", least);
            case Rule.MaxLength(var most) -> schema.put("maxLength", most);
            case Rule.OneOf(var options) -> schema.put("enum", options);
            case Rule.Past _, Rule.Future _ ->
                TIMES.forEach((name, time) -> {
                    if (time.equals(rule)) {
                        schema.put(TIME, name);
                    }
                });
        }
    }

    static Field read(String name, JsonNode schema, boolean required) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("no field of ours");
        }
        var type = FieldType.valueOf(schema.path(TYPE).asString().toUpperCase(Locale.ROOT));
        var label = schema.path("title").asString().replaceAll("[^\\p{L}\\p{N} -]", "");
        var field = new Field(label, name, type, List.of());
        for (var rule : rules(schema, required)) {
            field = field.with(rule);
        }
        return field.as(type);
    }

    private static List<Rule> rules(JsonNode schema, boolean required) {
        var rules = new ArrayList<Rule>();
        if (required) {
            rules.add(new Rule.Required());
        }
        if (schema.path(UNIQUE).asBoolean(false)) {
            rules.add(new Rule.Unique());
        }
        schema.properties().forEach(keyword -> {
            var value = keyword.getValue();
            switch (keyword.getKey()) {
                case "minimum" -> rules.add(new Rule.AtLeast(plain(value)));
                case "exclusiveMinimum" -> rules.add(new Rule.MoreThan(plain(value)));
                case "maximum" -> rules.add(new Rule.AtMost(plain(value)));
                case "exclusiveMaximum" -> rules.add(new Rule.LessThan(plain(value)));
                case "minLength" -> rules.add(new Rule.MinLength(value.asInt()));
                case "maxLength" -> rules.add(new Rule.MaxLength(value.asInt()));
                case "enum" ->
                    rules.add(new Rule.OneOf(
                            value.values().stream().map(JsonNode::asString).toList()));
                case TIME -> rules.add(TIMES.getOrDefault(value.asString(), new Rule.Past(true)));
                default -> {}
            }
        });
        return rules;
    }

    /** Without zeros that say nothing, and never as 1E+1. */
    private static BigDecimal plain(JsonNode number) {
        return new BigDecimal(number.decimalValue().stripTrailingZeros().toPlainString());
    }
}
