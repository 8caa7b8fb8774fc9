package com.fabricadeagentes.database.guard;

import java.util.Optional;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;

/** A place in a statement whose value must be the bound tenant. */
sealed interface Tie extends Anchor {

    /** @param index counted from 1, as JDBC does */
    record Parameter(int index) implements Tie {}

    record Literal(String value) implements Tie {}

    static Optional<Tie> of(Expression expression) {
        return switch (expression) {
            case JdbcParameter parameter -> Optional.of(new Parameter(parameter.getIndex()));
            case StringValue literal when literal.getPrefix() == null -> Optional.of(new Literal(literal.getValue()));
            case CastExpression cast -> of(cast.getLeftExpression());
            case ParenthesedExpressionList<?> list when list.size() == 1 -> of(list.getFirst());
            default -> Optional.empty();
        };
    }
}
