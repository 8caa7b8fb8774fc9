package com.fabricadeagentes.database.guard;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * Finds the selects and tables inside a node, wherever they stand. It walks the nodes' fields: the parser's visitors
 * pass some places by, and a place passed by would be a hole in the wall.
 */
final class SubSelects {

    private static final String NODES = "net.sf.jsqlparser.";
    private static final String PARSER = "net.sf.jsqlparser.parser.";

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            var fields = new ArrayList<Field>();
            for (Class<?> at = type; at != null && at.getName().startsWith(NODES); at = at.getSuperclass()) {
                for (Field field : at.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            return fields;
        }
    };

    private final Set<Object> seen;
    private final Consumer<Select> selects;
    private final Consumer<Table> tables;

    private SubSelects(Set<Object> judged, Consumer<Select> selects, Consumer<Table> tables) {
        this.seen = Collections.newSetFromMap(new IdentityHashMap<>());
        this.seen.addAll(judged);
        this.selects = selects;
        this.tables = tables;
    }

    /**
     * Tells of the outermost selects and of the tables inside {@code root}.
     *
     * @param judged nodes to leave out, compared by identity
     */
    static void find(Object root, Set<Object> judged, Consumer<Select> selects, Consumer<Table> tables) {
        var finder = new SubSelects(judged, selects, tables);
        finder.seen.add(root);
        finder.inside(root);
    }

    private void look(@Nullable Object node) {
        if (node == null || !(node instanceof Collection || isNode(node)) || !seen.add(node)) {
            return;
        }
        switch (node) {
            case Select select -> selects.accept(select);
            case Table table -> tables.accept(table);
            // a column's table is a name, not a use; the with items are judged where they begin
            case Column _, AllTableColumns _, WithItem<?> _ -> {}
            case InExpression in -> {
                // "x in story" reads the table story on SQLite
                if (in.getRightExpression() instanceof Column column) {
                    tables.accept(new Table(column.getColumnName()));
                }
                inside(in);
            }
            default -> inside(node);
        }
    }

    private void inside(Object node) {
        if (node instanceof Collection<?> nodes) {
            nodes.forEach(this::look);
        }
        for (Field field : FIELDS.get(node.getClass())) {
            try {
                look(field.get(node));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean isNode(Object value) {
        String type = value.getClass().getName();
        return type.startsWith(NODES) && !type.startsWith(PARSER);
    }
}
