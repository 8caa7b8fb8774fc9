package com.fabricadeagentes.database.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Fills a block with the sources of a from clause and with what its joins tie. */
final class FromClause {

    private final StatementJudge judge;
    private final Block block;
    private final @Nullable Block outer;
    private final Ctes ctes;
    private final Set<Object> judged = Collections.newSetFromMap(new IdentityHashMap<>());

    FromClause(StatementJudge judge, Block block, @Nullable Block outer, Ctes ctes) {
        this.judge = judge;
        this.block = block;
        this.outer = outer;
        this.ctes = ctes;
    }

    /** The nodes that need no further look. */
    Set<Object> judged() {
        return judged;
    }

    void add(@Nullable FromItem first, @Nullable Collection<Join> joins) {
        if (first != null) {
            joined(gather(first), joins, first instanceof ParenthesedFromItem);
        }
    }

    private List<Source> joined(List<Source> first, @Nullable Collection<Join> joins, boolean grouped) {
        var left = new ArrayList<>(first);
        boolean mergedRight = grouped;
        for (Join join : joins == null ? List.<Join>of() : joins) {
            if (join.isApply() || join.isSemi() || join.isWindowJoin() || join.isGlobal()) {
                throw new Untied("a join of this kind can't be judged");
            }
            var right = gather(join.getFromItem());
            // what "using" means behind a right join or a group is not the same everywhere
            join(left, join, right, !mergedRight && !(join.getFromItem() instanceof ParenthesedFromItem));
            mergedRight |= join.isRight() || join.isFull();
            left.addAll(right);
        }
        return left;
    }

    private void join(List<Source> left, Join join, List<Source> right, boolean usable) {
        var tieable = new ArrayList<Source>();
        boolean full = join.isFull() || (join.isOuter() && !join.isLeft() && !join.isRight());
        if (!full && !join.isRight()) {
            tieable.addAll(right);
        }
        if (!full && !join.isLeft()) {
            tieable.addAll(left);
        }
        var conditions = join.getOnExpressions();
        if (conditions != null && conditions.size() > 1) {
            throw new Untied("nested joins without parentheses can't be judged");
        }
        if (conditions != null) {
            conditions.forEach(condition -> block.where(condition, tieable));
        }
        boolean shared = join.isNatural()
                || (join.getUsingColumns() != null
                        && join.getUsingColumns().stream()
                                .anyMatch(
                                        column -> column.getUnquotedColumnName().equalsIgnoreCase(Block.TENANT)));
        if (shared && usable) {
            firstWithTenant(left)
                    .forEach(one -> firstWithTenant(right).forEach(other -> block.equate(one, other, tieable)));
        }
    }

    private static List<Source> firstWithTenant(List<Source> sources) {
        return sources.stream().filter(Source::hasTenantColumn).limit(1).toList();
    }

    private List<Source> gather(FromItem item) {
        return switch (item) {
            case Table table -> {
                judged.add(table);
                yield List.of(added(table(table)));
            }
            case ParenthesedFromItem group -> {
                if (group.getAlias() != null) {
                    throw new Untied("a group of joins with a name of its own can't be judged");
                }
                yield joined(
                        gather(group.getFromItem()),
                        group.getJoins(),
                        group.getFromItem() instanceof ParenthesedFromItem);
            }
            // judged with the sub-selects, when this block's own ties are known
            case LateralSubSelect lateral -> List.of(added(Source.free(name(lateral.getAlias()))));
            case Select derived -> {
                judged.add(derived);
                boolean carries = judge.select(derived, outer, ctes)
                        .named(columns(derived.getAlias()))
                        .carriesTenant(judge.ties());
                String name = name(derived.getAlias());
                yield List.of(added(carries ? Source.tied(name) : Source.free(name)));
            }
            default -> List.of(added(Source.free(name(item.getAlias()))));
        };
    }

    private Source added(Source source) {
        block.add(source);
        return source;
    }

    private Source table(Table table) {
        String name = Block.lower(table.getUnquotedName());
        String known = table.getAlias() == null ? name : name(table.getAlias());
        boolean renamed = !columns(table.getAlias()).isEmpty();
        if (table.getSchemaName() == null && ctes.has(name)) {
            return ctes.carriesTenant(name) && !renamed ? Source.tied(known) : Source.free(known);
        }
        if (!judge.isTenants(name)) {
            return Source.free(known);
        }
        if (renamed) {
            throw new Untied(name + " has its columns renamed");
        }
        return Source.untied(known);
    }

    private static String name(@Nullable Alias alias) {
        return alias == null ? "" : Block.lower(alias.getUnquotedName());
    }

    private static List<String> columns(@Nullable Alias alias) {
        return alias == null || alias.getAliasColumns() == null
                ? List.of()
                : alias.getAliasColumns().stream()
                        .map(column -> Block.unquoted(column.name))
                        .toList();
    }
}
