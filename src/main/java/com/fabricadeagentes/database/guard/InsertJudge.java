package com.fabricadeagentes.database.guard;

import static com.fabricadeagentes.database.guard.ChangeJudge.filled;

import java.util.List;
import java.util.stream.IntStream;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.insert.ConflictActionType;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Values;

/** Judges inserts: each row names its tenant, and a conflict can only be met within it. */
final class InsertJudge {

    private final StatementJudge judge;

    InsertJudge(StatementJudge judge) {
        this.judge = judge;
    }

    Output judge(Insert insert, Ctes ctes) {
        Source target = judge.target(insert.getTable());
        if (target.hasTenantColumn()) {
            rows(insert, ctes);
            conflict(insert);
            target.tie();
        } else if (insert.getSelect() != null) {
            judge.select(insert.getSelect(), null, ctes);
        }
        var block = new Block(null);
        block.add(target);
        if (insert.getConflictAction() != null) {
            block.add(target.hasTenantColumn() ? Source.tied("excluded") : Source.free("excluded"));
        }
        var judged = StatementJudge.identities(List.of(insert.getTable()));
        if (insert.getSelect() != null) {
            judged.add(insert.getSelect());
        }
        judge.rest(insert, judged, block, ctes);
        var returned = new Block(null);
        returned.add(target);
        return Output.of(insert.getReturningClause(), returned);
    }

    private void rows(Insert insert, Ctes ctes) {
        String table = insert.getTable().getUnquotedName();
        var columns = insert.getColumns();
        int place = columns == null
                ? -1
                : IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).getUnquotedColumnName().equalsIgnoreCase(Block.TENANT))
                        .findFirst()
                        .orElse(-1);
        if (place < 0 || insert.getSelect() == null) {
            throw new Untied(table + " is inserted into without naming " + Block.TENANT);
        }
        if (insert.getSelect() instanceof Values values) {
            judge.select(values, null, ctes);
            value(values.getExpressions(), place, table);
        } else {
            var item = judge.select(insert.getSelect(), null, ctes)
                    .at(place)
                    .filter(Output.Item::tied)
                    .findFirst()
                    .orElseThrow(() -> new Untied(table + " gets rows whose tenant is in doubt"));
            judge.ties().addAll(item.ties());
        }
    }

    private void value(ExpressionList<?> values, int place, String table) {
        boolean many = !(values instanceof ParenthesedExpressionList<?>);
        var rows = many ? values : List.of(values);
        for (Object row : rows) {
            Expression value = row instanceof ExpressionList<?> list && place < list.size() ? list.get(place) : null;
            if (value == null) {
                throw new Untied(table + " gets a row without a tenant");
            }
            judge.ties()
                    .add(Tie.of(value).orElseThrow(() -> new Untied(table + " gets a row whose tenant is in doubt")));
        }
    }

    private static void conflict(Insert insert) {
        if (filled(insert.getDuplicateUpdateSets())
                || filled(insert.getSetUpdateSets())
                || insert.getModifierPriority() != null
                || insert.isOverwrite()) {
            throw new Untied("an insert of this kind can't be judged");
        }
        var action = insert.getConflictAction();
        if (action == null || action.getConflictActionType() == ConflictActionType.DO_NOTHING) {
            return;
        }
        var target = insert.getConflictTarget();
        if (target == null
                || target.getIndexColumnNames().stream()
                        .noneMatch(column -> Block.unquoted(column).equalsIgnoreCase(Block.TENANT))) {
            throw new Untied("a conflict with another tenant's row would be updated");
        }
        ChangeJudge.refuseTenantSet(action.getUpdateSets());
    }
}
