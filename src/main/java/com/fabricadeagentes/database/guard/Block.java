package com.fabricadeagentes.database.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/** One query block: its sources, what ties them, and the block around it. */
final class Block {

    static final String TENANT = "tenant_id";

    private record Link(Source source, Anchor anchor) {}

    private final @Nullable Block outer;
    private final List<Source> sources = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    Block(@Nullable Block outer) {
        this.outer = outer;
    }

    void add(Source source) {
        sources.add(source);
    }

    List<Source> sources() {
        return List.copyOf(sources);
    }

    /**
     * Takes the condition's equalities.
     *
     * @param tieable the sources whose rows the condition can keep out: an outer join's lets one side's pass
     */
    void where(@Nullable Expression condition, Collection<Source> tieable) {
        for (var equality : Conjuncts.of(condition)) {
            link(equality.left(), equality.right(), tieable);
            link(equality.right(), equality.left(), tieable);
        }
    }

    private void link(Expression column, Expression value, Collection<Source> tieable) {
        tenantOf(column).filter(tieable::contains).ifPresent(source -> {
            Optional<? extends Anchor> anchor = Tie.of(value);
            (anchor.isPresent() ? anchor : tenantOf(value)).ifPresent(found -> links.add(new Link(source, found)));
        });
    }

    void equate(Source left, Source right, Collection<Source> tieable) {
        if (tieable.contains(left)) {
            links.add(new Link(left, right));
        }
        if (tieable.contains(right)) {
            links.add(new Link(right, left));
        }
    }

    /** Ties what can be tied, to the fixpoint, and adds the values it rests on. @throws Untied if a source is left */
    void settle(Collection<Tie> ties) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var link : links) {
                if (!link.source().isTied() && holds(link.anchor(), ties)) {
                    link.source().tie();
                    changed = true;
                }
            }
        }
        for (var source : sources) {
            if (!source.isTied()) {
                throw new Untied(source.name() + " has no equality on the tenant that every row must meet");
            }
        }
    }

    private static boolean holds(Anchor anchor, Collection<Tie> ties) {
        return switch (anchor) {
            case Tie tie -> {
                ties.add(tie);
                yield true;
            }
            case Source source -> source.isTied();
        };
    }

    /** The source whose tenant column this is; none where it is another column or its table is in doubt. */
    Optional<Source> tenantOf(Expression expression) {
        return expression instanceof Column column
                        && column.getUnquotedColumnName().equalsIgnoreCase(TENANT)
                ? find(column.getTable() == null ? null : lower(column.getUnquotedTableName()))
                : Optional.empty();
    }

    private Optional<Source> find(@Nullable String qualifier) {
        var candidates = sources.stream()
                .filter(source -> qualifier == null
                        ? source.hasTenantColumn()
                        : source.name().equals(qualifier))
                .toList();
        if (candidates.isEmpty() && outer != null && qualifier != null) {
            return outer.find(qualifier);
        }
        return candidates.size() == 1
                ? Optional.of(candidates.getFirst()).filter(Source::hasTenantColumn)
                : Optional.empty();
    }

    /** The source that goes by this name in this block alone. */
    Optional<Source> named(String name) {
        return sources.stream()
                .filter(source -> source.name().equals(lower(name)))
                .findFirst();
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Without the quotes of either database: jOOQ writes backticks on SQLite. */
    static String unquoted(String name) {
        return name.replaceAll("[\"`]", "");
    }
}
