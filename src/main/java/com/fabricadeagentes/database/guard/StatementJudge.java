package com.fabricadeagentes.database.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Judges one parsed statement; collects the values that it rests on. */
final class StatementJudge {

    private final Set<String> tenantTables;
    private final List<Tie> ties = new ArrayList<>();

    StatementJudge(Set<String> tenantTables) {
        this.tenantTables = tenantTables;
    }

    List<Tie> ties() {
        return ties;
    }

    boolean isTenants(String table) {
        return tenantTables.contains(Block.lower(table));
    }

    /** @throws Untied if the statement could touch another tenant's rows */
    Output judge(Statement statement, @Nullable Block outer, Ctes ctes) {
        return switch (statement) {
            case ParenthesedInsert insert -> judge(insert.getInsert(), outer, ctes);
            case ParenthesedUpdate update -> judge(update.getUpdate(), outer, ctes);
            case ParenthesedDelete delete -> judge(delete.getDelete(), outer, ctes);
            case Select select -> select(select, outer, ctes);
            case Insert insert -> new InsertJudge(this).judge(insert, with(insert.getWithItemsList(), outer, ctes));
            case Update update -> new ChangeJudge(this).judge(update, with(update.getWithItemsList(), outer, ctes));
            case Delete delete -> new ChangeJudge(this).judge(delete, with(delete.getWithItemsList(), outer, ctes));
            default ->
                throw new Untied("a statement of the kind "
                        + statement.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                        + " names a tenant's table");
        };
    }

    Output select(Select select, @Nullable Block outer, Ctes around) {
        Ctes ctes = with(select.getWithItemsList(), outer, around);
        return switch (select) {
            case PlainSelect plain -> plain(plain, outer, ctes);
            case ParenthesedSelect parenthesed -> {
                var output = select(parenthesed.getSelect(), outer, ctes);
                rest(select, identities(List.of(parenthesed.getSelect())), outer, ctes);
                yield output;
            }
            case SetOperationList union -> {
                var parts = union.getSelects().stream()
                        .map(part -> select(part, outer, ctes))
                        .toList();
                rest(select, identities(union.getSelects()), outer, ctes);
                yield Output.union(parts);
            }
            case Values values -> {
                rest(values, Set.of(), outer, ctes);
                yield Output.UNKNOWN;
            }
            default -> throw new Untied("a select of this kind can't be judged");
        };
    }

    private Output plain(PlainSelect select, @Nullable Block outer, Ctes ctes) {
        var block = new Block(outer);
        var from = new FromClause(this, block, outer, ctes);
        from.add(select.getFromItem(), select.getJoins());
        block.where(select.getWhere(), block.sources());
        block.settle(ties);
        var judged = identities(from.judged());
        if (select.getForUpdateTable() != null) {
            judged.add(select.getForUpdateTable());
        }
        rest(select, judged, block, ctes);
        return Output.of(select.getSelectItems(), block);
    }

    /** Judges the sub-selects inside a node whose own sources are settled. */
    void rest(Object node, Set<Object> judged, @Nullable Block block, Ctes ctes) {
        SubSelects.find(node, judged, select -> select(select, block, ctes), table -> {
            if (isTenants(table.getUnquotedName())) {
                throw new Untied(table.getUnquotedName() + " is used in a place that can't be judged");
            }
        });
    }

    private Ctes with(@Nullable List<WithItem<?>> items, @Nullable Block outer, Ctes around) {
        Ctes ctes = around;
        boolean recursive = items != null && items.stream().anyMatch(WithItem::isRecursive);
        for (WithItem<?> item : items == null ? List.<WithItem<?>>of() : items) {
            String name = Block.lower(item.getUnquotedAliasName());
            int before = ties.size();
            // by induction: a recursive one carries the tenant if it does so wherever it reads its own rows
            boolean carries = carries(item, outer, recursive ? ctes.with(name, true) : ctes);
            if (recursive && !carries) {
                ties.subList(before, ties.size()).clear();
                carries(item, outer, ctes.with(name, false));
            }
            ctes = ctes.with(name, carries);
        }
        return ctes;
    }

    private boolean carries(WithItem<?> item, @Nullable Block outer, Ctes ctes) {
        List<String> columns = item.getWithItemList() == null
                ? List.of()
                : item.getWithItemList().stream()
                        .map(column -> column.getExpression() instanceof Column named
                                ? named.getUnquotedColumnName()
                                : column.toString())
                        .toList();
        return judge(item.getParenthesedStatement(), outer, ctes).named(columns).carriesTenant(ties);
    }

    /** The target of a change, which is never a CTE. */
    Source target(Table table) {
        String name = Block.lower(table.getUnquotedName());
        String known =
                table.getAlias() == null ? name : Block.lower(table.getAlias().getUnquotedName());
        return isTenants(name) ? Source.untied(known) : Source.free(known);
    }

    static Set<Object> identities(Iterable<?> nodes) {
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        nodes.forEach(found::add);
        return found;
    }
}
