package com.fabricadeagentes.database.guard;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import org.jspecify.annotations.Nullable;

/** The equalities that hold wherever a condition holds: those joined by {@code and} alone. */
final class Conjuncts {

    record Equality(Expression left, Expression right) {}

    private Conjuncts() {}

    static List<Equality> of(@Nullable Expression condition) {
        var found = new ArrayList<Equality>();
        collect(condition, found);
        return found;
    }

    private static void collect(@Nullable Expression condition, List<Equality> found) {
        switch (condition) {
            // && means something else on PostgreSQL
            case AndExpression and
            when !and.isUseOperator() -> {
                collect(and.getLeftExpression(), found);
                collect(and.getRightExpression(), found);
            }
            case ParenthesedExpressionList<?> list when list.size() == 1 -> collect(list.getFirst(), found);
            case EqualsTo equals -> equate(equals.getLeftExpression(), equals.getRightExpression(), found);
            case null, default -> {}
        }
    }

    private static void equate(Expression left, Expression right, List<Equality> found) {
        if (left instanceof ParenthesedExpressionList<?> lefts
                && right instanceof ParenthesedExpressionList<?> rights
                && lefts.size() == rights.size()) {
            for (int i = 0; i < lefts.size(); i++) {
                found.add(new Equality(lefts.get(i), rights.get(i)));
            }
        } else {
            found.add(new Equality(left, right));
        }
    }
}
