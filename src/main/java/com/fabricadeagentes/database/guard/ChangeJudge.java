package com.fabricadeagentes.database.guard;

import java.util.List;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** Judges updates and deletes. */
final class ChangeJudge {

    private final StatementJudge judge;

    ChangeJudge(StatementJudge judge) {
        this.judge = judge;
    }

    Output judge(Update update, Ctes ctes) {
        if (filled(update.getStartJoins()) || update.getModifierPriority() != null || update.isModifierIgnore()) {
            throw new Untied("an update of this kind can't be judged");
        }
        Source target = judge.target(update.getTable());
        if (target.hasTenantColumn()) {
            refuseTenantSet(update.getUpdateSets());
        }
        var block = new Block(null);
        block.add(target);
        var from = new FromClause(judge, block, null, ctes);
        from.add(update.getFromItem(), update.getJoins());
        block.where(update.getWhere(), block.sources());
        return settled(update, update.getTable(), update.getReturningClause(), block, from, ctes);
    }

    Output judge(Delete delete, Ctes ctes) {
        if (filled(delete.getTables()) || delete.getTable() == null) {
            throw new Untied("a delete of this kind can't be judged");
        }
        var block = new Block(null);
        block.add(judge.target(delete.getTable()));
        var from = new FromClause(judge, block, null, ctes);
        List<Table> using = delete.getUsingList() == null ? List.of() : delete.getUsingList();
        using.forEach(table -> from.add(table, null));
        if (filled(delete.getJoins())) {
            throw new Untied("a delete with joins can't be judged");
        }
        block.where(delete.getWhere(), block.sources());
        return settled(delete, delete.getTable(), delete.getReturningClause(), block, from, ctes);
    }

    private Output settled(
            Object statement,
            Table target,
            @Nullable ReturningClause returning,
            Block block,
            FromClause from,
            Ctes ctes) {
        block.settle(judge.ties());
        var judged = StatementJudge.identities(from.judged());
        judged.add(target);
        judge.rest(statement, judged, block, ctes);
        return Output.of(returning, block);
    }

    /** No row may change its tenant. */
    static void refuseTenantSet(@Nullable List<UpdateSet> sets) {
        boolean moved = sets != null
                && sets.stream()
                        .flatMap(set -> set.getColumns().stream())
                        .anyMatch(column -> column.getUnquotedColumnName().equalsIgnoreCase(Block.TENANT));
        if (moved) {
            throw new Untied("a row would change its tenant");
        }
    }

    static boolean filled(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }
}
