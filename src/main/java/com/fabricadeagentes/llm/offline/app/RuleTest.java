package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Field;
import com.fabricadeagentes.llm.offline.story.FieldType;
import com.fabricadeagentes.llm.offline.story.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The test of one rule: a value that breaks this rule and no other, and one at the edge that does not.
 *
 * @param name the test's name, which names the rule
 * @param refused a Java expression
 * @param rule what the application calls the rule in its errors
 * @param taken a Java expression; empty where a valid sample says it all
 */
public record RuleTest(String name, String field, String refused, String rule, List<String> taken) {

    /** The tests of a field, one for its type and one for each rule that looks at the field alone. */
    static List<RuleTest> of(Field field) {
        return Stream.concat(ofType(field).stream(), field.rules().stream().flatMap(rule -> of(field, rule).stream()))
                .toList();
    }

    /** The name of the test of that rule, in generated tests as in a reviewer's eyes. */
    public static String nameOf(Field field, Rule rule) {
        return switch (rule) {
            case Rule.Required() -> name(field, "is_required");
            case Rule.Unique() -> name(field, "is_unique");
            case Rule.AtLeast(var bound) -> name(field, "is_at_least_" + word(bound));
            case Rule.MoreThan(var bound) -> name(field, "is_more_than_" + word(bound));
            case Rule.AtMost(var bound) -> name(field, "is_at_most_" + word(bound));
            case Rule.LessThan(var bound) -> name(field, "is_less_than_" + word(bound));
            case Rule.MinLength(var least) -> name(field, "has_at_least_" + least + "_characters");
            case Rule.MaxLength(var most) -> name(field, "has_at_most_" + most + "_characters");
            case Rule.Past(var todayToo) -> name(field, todayToo ? "is_not_in_the_future" : "is_in_the_past");
            case Rule.Future(var todayToo) -> name(field, todayToo ? "is_not_in_the_past" : "is_in_the_future");
            case Rule.OneOf _ -> name(field, "is_one_of_its_options");
        };
    }

    private static List<RuleTest> ofType(Field field) {
        var tests = new ArrayList<RuleTest>();
        var number = "new BigDecimal(\"1\")";
        switch (field.type()) {
            case STRING, TEXT, CHOICE -> tests.add(test(field, "is_a_text", number, "type"));
            case EMAIL -> {
                tests.add(test(field, "is_a_text", number, "type"));
                tests.add(test(field, "is_an_email_address", "\"a.b\"", "email"));
            }
            case DATE -> {
                tests.add(test(field, "is_a_text", number, "type"));
                tests.add(test(field, "is_a_date", "\"2020-02-30\"", "date"));
            }
            case INTEGER -> {
                tests.add(test(field, "is_a_number", "\"one\"", "type"));
                tests.add(
                        test(field, "is_a_whole_number", "new BigDecimal(\"" + Samples.first(field) + ".5\")", "type"));
            }
            case DECIMAL -> tests.add(test(field, "is_a_number", "\"one\"", "type"));
            case MONEY -> {
                tests.add(test(field, "is_a_number", "\"one\"", "type"));
                tests.add(test(field, "has_two_decimal_places_at_most", tooPrecise(field), "money"));
            }
            case BOOLEAN -> tests.add(test(field, "is_true_or_false", "\"perhaps\"", "type"));
        }
        return tests;
    }

    private static String tooPrecise(Field field) {
        return number(new BigDecimal(Samples.first(field)).add(new BigDecimal("0.001")));
    }

    private static Optional<RuleTest> of(Field field, Rule rule) {
        var name = nameOf(field, rule);
        return switch (rule) {
            case Rule.Required() -> test(name, field, "null", "required");
            case Rule.AtLeast(var bound) ->
                test(name, field, number(bound.subtract(Samples.unit(field))), "minimum", number(bound));
            case Rule.MoreThan(var bound) ->
                test(name, field, number(bound), "minimum", number(bound.add(Samples.unit(field))));
            case Rule.AtMost(var bound) ->
                test(name, field, number(bound.add(Samples.unit(field))), "maximum", number(bound));
            case Rule.LessThan(var bound) ->
                test(name, field, number(bound), "maximum", number(bound.subtract(Samples.unit(field))));
            case Rule.MinLength(var least) -> test(name, field, repeated(least - 1), "min_length", repeated(least));
            case Rule.MaxLength(var most) ->
                field.type() == FieldType.EMAIL
                        ? test(name, field, address(most + 1), "max_length", address(most))
                        : test(name, field, repeated(most + 1), "max_length", repeated(most));
            case Rule.Past(var todayToo) -> test(name, field, day(todayToo ? 1 : 0), "past", day(todayToo ? 0 : -1));
            case Rule.Future(var todayToo) ->
                test(name, field, day(todayToo ? -1 : 0), "future", day(todayToo ? 0 : 1));
            case Rule.OneOf _ -> test(name, field, "\"none of these\"", "choice");
            // Needs two of them: tested over HTTP.
            case Rule.Unique() -> Optional.empty();
        };
    }

    private static RuleTest test(Field field, String what, String refused, String rule) {
        return new RuleTest(field.name() + "_" + what, field.name(), refused, rule, List.of());
    }

    private static Optional<RuleTest> test(String name, Field field, String refused, String rule, String... taken) {
        return Optional.of(new RuleTest(name, field.name(), refused, rule, List.of(taken)));
    }

    private static String name(Field field, String what) {
        return field.name() + "_" + what;
    }

    private static String word(BigDecimal bound) {
        return bound.toPlainString().replace("-", "minus_").replace('.', '_');
    }

    private static String number(BigDecimal value) {
        return "new BigDecimal(\"" + value.toPlainString() + "\")";
    }

    private static String repeated(int length) {
        return "\"x\".repeat(" + length + ")";
    }

    private static String address(int length) {
        return "\"a\".repeat(" + (length - "@b.co".length()) + ") + \"@b.co\"";
    }

    private static String day(int fromToday) {
        return switch (fromToday) {
            case 0 -> "LocalDate.now().toString()";
            case 1 -> "LocalDate.now().plusDays(1).toString()";
            default -> "LocalDate.now().minusDays(1).toString()";
        };
    }
}
