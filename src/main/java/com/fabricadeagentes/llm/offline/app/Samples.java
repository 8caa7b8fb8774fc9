package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Field;
import com.fabricadeagentes.llm.offline.story.FieldType;
import com.fabricadeagentes.llm.offline.story.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that a field takes, as Java expressions over {@code n}, which is 0 or 1. */
final class Samples {

    private static final BigDecimal USUAL_SPAN = BigDecimal.TEN;
    private static final int LONG_ADDRESS = "person0@example.com".length();

    private Samples() {}

    static String valid(Field field) {
        return switch (field.type()) {
            case STRING, TEXT -> text(field);
            case EMAIL -> longest(field) < LONG_ADDRESS ? "\"a\" + n + \"@b.co\"" : "\"person\" + n + \"@example.com\"";
            case INTEGER, DECIMAL, MONEY -> "number(\"%s\", \"%s\", n)".formatted(first(field), step(field));
            case BOOLEAN -> "n == 0";
            case DATE -> date(field);
            case CHOICE -> {
                var options = FieldView.options(field);
                yield "List.of(" + FieldView.literals(options) + ").get(n % " + options.size() + ")";
            }
        };
    }

    /** A value as JSON, for people to read: with a day that is right as long as the rule is read on the day it is. */
    static String json(Field field) {
        return switch (field.type()) {
            case STRING, TEXT -> "\"" + "x".repeat(Math.max(1, shortest(field))) + "\"";
            case EMAIL -> "\"a@b.co\"";
            case INTEGER, DECIMAL, MONEY -> first(field);
            case BOOLEAN -> "true";
            case DATE ->
                field.rule(Rule.Slot.TIME).orElse(null) instanceof Rule.Future ? "\"2099-12-31\"" : "\"2020-01-31\"";
            case CHOICE -> "\"" + FieldView.options(field).getFirst() + "\"";
        };
    }

    /** Whether the value for 0 is another than for 1. */
    static boolean differ(Field field) {
        return switch (field.type()) {
            case CHOICE -> FieldView.options(field).size() > 1;
            case INTEGER, DECIMAL, MONEY -> !step(field).equals("0");
            default -> true;
        };
    }

    private static String text(Field field) {
        var readable = field.name() + " ";
        if (shortest(field) <= readable.length() + 1 && readable.length() + 1 <= longest(field)) {
            return Names.literal(readable) + " + n";
        }
        var filling = Math.max(shortest(field), 1) - 1;
        return filling == 0 ? "String.valueOf(n)" : "\"x\".repeat(" + filling + ") + n";
    }

    private static String date(Field field) {
        return switch (field.rule(Rule.Slot.TIME).orElse(null)) {
            case Rule.Past _ -> "LocalDate.now().minusDays(n + 1L).toString()";
            case Rule.Future _ -> "LocalDate.now().plusDays(n + 1L).toString()";
            case null, default -> "LocalDate.of(2020, 1, n + 1).toString()";
        };
    }

    /** The least number a field takes, or one in its usual range. */
    static String first(Field field) {
        return lowest(field).toPlainString();
    }

    private static String step(Field field) {
        var upper = upper(field);
        if (upper == null || upper.subtract(lowest(field)).compareTo(USUAL_SPAN) >= 0) {
            return "1";
        }
        var span = upper.subtract(lowest(field));
        if (field.type() == FieldType.INTEGER) {
            return span.signum() > 0 ? "1" : "0";
        }
        return span.divide(BigDecimal.valueOf(4), unit(field).scale(), RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static BigDecimal lowest(Field field) {
        var upper = upper(field);
        return switch (field.rule(Rule.Slot.LOWER).orElse(null)) {
            case Rule.AtLeast(var bound) -> bound;
            case Rule.MoreThan(var bound) -> bound.add(unit(field));
            case null, default -> upper == null ? USUAL_SPAN : upper.subtract(USUAL_SPAN);
        };
    }

    private static @Nullable BigDecimal upper(Field field) {
        return switch (field.rule(Rule.Slot.UPPER).orElse(null)) {
            case Rule.AtMost(var bound) -> bound;
            case Rule.LessThan(var bound) -> bound.subtract(unit(field));
            case null, default -> null;
        };
    }

    /** The smallest difference that counts. */
    static BigDecimal unit(Field field) {
        if (field.type() == FieldType.INTEGER) {
            return BigDecimal.ONE;
        }
        var scale = field.rules().stream().mapToInt(Samples::scale).max().orElse(0);
        return BigDecimal.ONE.movePointLeft(Math.max(2, scale));
    }

    private static int scale(Rule rule) {
        return switch (rule) {
            case Rule.AtLeast(var bound) -> bound.scale();
            case Rule.MoreThan(var bound) -> bound.scale();
            case Rule.AtMost(var bound) -> bound.scale();
            case Rule.LessThan(var bound) -> bound.scale();
            default -> 0;
        };
    }

    private static int shortest(Field field) {
        return field.rule(Rule.Slot.SHORTEST).orElse(null) instanceof Rule.MinLength(var least) ? least : 0;
    }

    private static int longest(Field field) {
        return field.rule(Rule.Slot.LONGEST).orElse(null) instanceof Rule.MaxLength(var most)
                ? most
                : Integer.MAX_VALUE;
    }

    /** What the templates need to import for these fields' samples. */
    static List<String> imports(List<Field> fields) {
        var imports = new java.util.TreeSet<>(List.of("java.util.LinkedHashMap", "java.util.Map"));
        for (var field : fields) {
            switch (field.type()) {
                case INTEGER, DECIMAL, MONEY -> imports.add("java.math.BigDecimal");
                case DATE -> imports.add("java.time.LocalDate");
                case CHOICE -> imports.add("java.util.List");
                case STRING, TEXT, EMAIL, BOOLEAN -> {}
            }
        }
        return List.copyOf(imports);
    }
}
