package com.fabricadeagentes.agile.infrastructure;

import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.kernel.Cursor;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.exception.DataTypeException;

/**
 * Pages a list by the values of its last row, so that rows which come or go meanwhile neither repeat nor hide others.
 * The id, which sorts by creation, decides between equals and stands for {@code created_at}.
 */
final class Keyset {

    private static final String CREATED = "created_at";

    private final Field<UUID> id;
    private final Map<String, List<Field<?>>> sorts = new TreeMap<>();

    /** @param sorts more fields to sort by, never null in the database */
    Keyset(Field<UUID> id, Field<?>... sorts) {
        this.id = id;
        this.sorts.put(CREATED, List.of(id));
        for (var field : sorts) {
            this.sorts.put(field.getName(), List.of(field, id));
        }
    }

    /** @throws com.fabricadeagentes.kernel.Refused as malformed where sort or cursor cannot be read */
    <R extends Record> Page<R> page(SelectConditionStep<R> query, Window window) {
        var fields = sorts.get(window.field());
        if (fields == null) {
            throw new Refusal.Malformed("sort takes one of " + sorts.keySet() + ", with - before it for descending.")
                    .refused();
        }
        var ordered = query.orderBy(fields.stream()
                .map(field -> window.descending() ? field.desc() : field.asc())
                .toList());
        var rows = window.cursor() == null
                ? ordered.limit(window.limit() + 1).fetch()
                : ordered.seek(place(window, fields)).limit(window.limit() + 1).fetch();
        return Page.of(rows, window.limit(), last -> cursor(window, fields, last));
    }

    private static Cursor cursor(Window window, List<Field<?>> fields, Record last) {
        var values = new ArrayList<Object>();
        values.add(window.sort());
        fields.forEach(field -> values.add(Objects.requireNonNull(last.get(field))));
        return Cursor.at(values.toArray());
    }

    /** A cursor belongs to the order it was made in. */
    private static Object[] place(Window window, List<Field<?>> fields) {
        var values = Cursor.decode(Objects.requireNonNull(window.cursor()), fields.size() + 1)
                .values();
        if (!values.getFirst().equals(window.sort())) {
            throw brokenCursor();
        }
        var place = new Object[fields.size()];
        for (int i = 0; i < place.length; i++) {
            place[i] = read(fields.get(i), values.get(i + 1));
        }
        return place;
    }

    private static Object read(Field<?> field, String value) {
        try {
            var read = field.getDataType().convert(value);
            if (read != null) {
                return read;
            }
        } catch (DataTypeException | IllegalArgumentException broken) {
            throw brokenCursor();
        }
        throw brokenCursor();
    }

    private static RuntimeException brokenCursor() {
        return new Refusal.Malformed("The cursor belongs to another list or order; start again without it.").refused();
    }
}
