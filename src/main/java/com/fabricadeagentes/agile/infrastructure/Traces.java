package com.fabricadeagentes.agile.infrastructure;

import com.fabricadeagentes.agile.domain.Trace;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.kernel.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Reads and writes the columns that every table of the board has: identity, version and history. */
final class Traces {

    private Traces() {}

    static Trace read(Record row) {
        return new Trace(
                Objects.requireNonNull(row.get("version", Long.class)),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                new UserId(Objects.requireNonNull(row.get("created_by", UUID.class))),
                Objects.requireNonNull(row.get("updated_at", Instant.class)),
                new UserId(Objects.requireNonNull(row.get("updated_by", UUID.class))),
                row.get("deleted_at", Instant.class));
    }

    private static void write(Trace trace, Record row) {
        row.set(field(row, "version", Long.class), trace.version());
        row.set(field(row, "created_at", Instant.class), trace.createdAt());
        row.set(field(row, "created_by", UUID.class), trace.createdBy().value());
        row.set(field(row, "updated_at", Instant.class), trace.updatedAt());
        row.set(field(row, "updated_by", UUID.class), trace.updatedBy().value());
        row.set(field(row, "deleted_at", Instant.class), trace.deletedAt());
    }

    static <R extends TableRecord<R>> R newRow(R row, UUID id, Trace trace) {
        row.set(field(row, "tenant_id", UUID.class), Tenanted.tenant());
        row.set(field(row, "id", UUID.class), id);
        write(trace, row);
        return row;
    }

    /** Replaces the version before this one, and no other. */
    static <R extends TableRecord<R>> void update(DSLContext jooq, R row, UUID id, Trace trace) {
        write(trace, row);
        var table = row.getTable();
        var saved = jooq.update(table)
                .set(row)
                .where(Tenanted.own(table))
                .and(is(table, id))
                .and(field(table, "version", Long.class).eq(trace.version() - 1))
                .execute();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(table.getName() + " " + id + " was changed meanwhile");
        }
    }

    static Condition is(Table<?> table, UUID id) {
        return field(table, "id", UUID.class).eq(id);
    }

    static Condition deleted(Table<?> table, boolean deleted) {
        var at = field(table, "deleted_at", Instant.class);
        return deleted ? at.isNotNull() : at.isNull();
    }

    private static <T> Field<T> field(Record row, String name, Class<T> type) {
        return Objects.requireNonNull(row.field(name, type), name);
    }

    private static <T> Field<T> field(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type), name);
    }

    /** True where nothing is asked for. */
    static <T> Condition eq(Field<T> field, @Nullable T value) {
        return value == null ? DSL.noCondition() : field.eq(value);
    }

    /** True where nothing is asked for, else whether one of the fields contains the text, in whatever case. */
    @SafeVarargs
    static Condition contains(@Nullable String text, Field<String>... fields) {
        if (text == null) {
            return DSL.noCondition();
        }
        return DSL.or(Arrays.stream(fields)
                .map(field -> field.containsIgnoreCase(text))
                .toList());
    }
}
