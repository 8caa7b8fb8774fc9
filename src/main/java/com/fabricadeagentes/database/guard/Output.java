package com.fabricadeagentes.database.guard;

import static com.fabricadeagentes.database.guard.Block.TENANT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** The columns a query gives, and which of them are the bound tenant if their ties are. */
record Output(List<Item> items) {

    static final Output UNKNOWN = new Output(List.of());
    private static final String ALL = "*";

    /** @param tied whether the value is the bound tenant, given that each of the ties is */
    record Item(String name, boolean tied, List<Tie> ties) {

        boolean isAll() {
            return name.equals(ALL);
        }

        private boolean canBeTenant() {
            return isAll() || name.equals(TENANT);
        }
    }

    static Output of(@Nullable List<SelectItem<?>> selected, Block block) {
        return selected == null
                ? UNKNOWN
                : new Output(selected.stream().map(item -> item(item, block)).toList());
    }

    private static Item item(SelectItem<?> selected, Block block) {
        Expression expression = selected.getExpression();
        String name = selected.getAlias() != null
                ? Block.lower(selected.getUnquotedAliasName())
                : expression instanceof Column column ? Block.lower(column.getUnquotedColumnName()) : "";
        return switch (expression) {
            case AllTableColumns all ->
                new Item(
                        ALL,
                        block.named(all.getTable().getUnquotedName()).stream().anyMatch(Output::proves),
                        List.of());
            case AllColumns _ -> new Item(ALL, block.sources().stream().allMatch(Output::proves), List.of());
            default -> {
                var ties = Tie.of(expression).stream().toList();
                yield new Item(
                        name,
                        !ties.isEmpty() || block.tenantOf(expression).stream().anyMatch(Source::isTied),
                        ties);
            }
        };
    }

    private static boolean proves(Source source) {
        return source.hasTenantColumn() && source.isTied();
    }

    /** The output of a union: what each part gives at the same place, under the first part's names. */
    static Output union(List<Output> parts) {
        var first = parts.getFirst().items();
        boolean alike = parts.stream()
                .allMatch(part -> part.items().size() == first.size()
                        && IntStream.range(0, first.size())
                                .allMatch(i -> part.items().get(i).isAll()
                                        == first.get(i).isAll()));
        if (!alike) {
            return UNKNOWN;
        }
        var items = new ArrayList<Item>();
        for (int i = 0; i < first.size(); i++) {
            int place = i;
            var column = parts.stream().map(part -> part.items().get(place)).toList();
            items.add(new Item(
                    first.get(i).name(),
                    column.stream().allMatch(Item::tied),
                    column.stream().flatMap(item -> item.ties().stream()).toList()));
        }
        return new Output(items);
    }

    /** The output under the names of a column list; one without names keeps its own. */
    Output named(List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        if (names.size() != items.size() || items.stream().anyMatch(Item::isAll)) {
            return UNKNOWN;
        }
        return new Output(IntStream.range(0, names.size())
                .mapToObj(i -> new Item(
                        Block.lower(names.get(i)),
                        items.get(i).tied(),
                        items.get(i).ties()))
                .toList());
    }

    /** Whether its {@code tenant_id} is the bound tenant's; adds the values that this rests on. */
    boolean carriesTenant(Collection<Tie> ties) {
        var candidates = items.stream().filter(Item::canBeTenant).toList();
        boolean carries = !candidates.isEmpty() && candidates.stream().allMatch(Item::tied);
        if (carries) {
            candidates.stream().map(Item::ties).forEach(ties::addAll);
        }
        return carries;
    }

    /** What stands at this place, if the places are known. */
    Stream<Item> at(int place) {
        return place < items.size() && items.stream().noneMatch(Item::isAll)
                ? Stream.of(items.get(place))
                : Stream.empty();
    }
}
