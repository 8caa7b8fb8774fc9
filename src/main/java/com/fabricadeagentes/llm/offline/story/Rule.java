package com.fabricadeagentes.llm.offline.story;

import java.math.BigDecimal;
import java.util.List;

/** What a field's values must satisfy. */
public sealed interface Rule {

    /** Rules of one slot replace each other: a field has one lower bound, one upper bound and so on. */
    enum Slot {
        REQUIRED,
        UNIQUE,
        LOWER,
        UPPER,
        SHORTEST,
        LONGEST,
        TIME,
        OPTIONS
    }

    record Required() implements Rule {}

    record Unique() implements Rule {}

    record AtLeast(BigDecimal bound) implements Rule {}

    record MoreThan(BigDecimal bound) implements Rule {}

    record AtMost(BigDecimal bound) implements Rule {}

    record LessThan(BigDecimal bound) implements Rule {}

    record MinLength(int least) implements Rule {}

    record MaxLength(int most) implements Rule {}

    record Past(boolean todayToo) implements Rule {}

    record Future(boolean todayToo) implements Rule {}

    record OneOf(List<String> options) implements Rule {
        public OneOf {
            options = List.copyOf(options);
        }
    }

    default Slot slot() {
        return switch (this) {
            case Required() -> Slot.REQUIRED;
            case Unique() -> Slot.UNIQUE;
            case AtLeast _, MoreThan _ -> Slot.LOWER;
            case AtMost _, LessThan _ -> Slot.UPPER;
            case MinLength _ -> Slot.SHORTEST;
            case MaxLength _ -> Slot.LONGEST;
            case Past _, Future _ -> Slot.TIME;
            case OneOf _ -> Slot.OPTIONS;
        };
    }

    /** Whether the rule says something about values of that type. */
    default boolean fits(FieldType type) {
        return switch (slot()) {
            case REQUIRED -> true;
            case UNIQUE -> type != FieldType.BOOLEAN && type != FieldType.CHOICE;
            case LOWER, UPPER -> type.number();
            case SHORTEST, LONGEST -> type.words();
            case TIME -> type == FieldType.DATE;
            case OPTIONS -> type == FieldType.CHOICE;
        };
    }
}
