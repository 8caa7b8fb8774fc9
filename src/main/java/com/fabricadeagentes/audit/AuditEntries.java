package com.fabricadeagentes.audit;

import static com.fabricadeagentes.database.schema.Tables.AUDIT_ENTRY;

import com.fabricadeagentes.audit.AuditEntry.Outcome;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.AuditEntryRecord;
import com.fabricadeagentes.kernel.Actor;
import com.fabricadeagentes.kernel.Cursor;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of the bound tenant: added to and read, never altered. */
@Component
class AuditEntries {

    private final DSLContext jooq;
    private final Clock clock;

    AuditEntries(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    /** What a list is narrowed to; null for everything. */
    record Filter(
            @Nullable String action,
            @Nullable UUID actor,
            @Nullable UUID resource,
            @Nullable Outcome outcome) {}

    /** Adds an entry in the caller's transaction, by the bound actor, now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            String action,
            @Nullable UUID resource,
            Outcome outcome,
            @Nullable String before,
            @Nullable String after,
            @Nullable String detail) {
        var scope = Scope.current();
        jooq.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.TENANT_ID, Tenanted.tenant())
                .set(AUDIT_ENTRY.ID, Ids.next())
                .set(AUDIT_ENTRY.RECORDED_AT, clock.instant())
                .set(AUDIT_ENTRY.ACTOR_KIND, scope.actor().kind().name())
                .set(AUDIT_ENTRY.ACTOR_ID, scope.actor().id().value())
                .set(AUDIT_ENTRY.ACTOR_NAME, scope.actor().name())
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.RESOURCE_ID, resource)
                .set(AUDIT_ENTRY.OUTCOME, outcome.name())
                .set(AUDIT_ENTRY.BEFORE_JSON, before)
                .set(AUDIT_ENTRY.AFTER_JSON, after)
                .set(AUDIT_ENTRY.DETAIL, detail)
                .set(AUDIT_ENTRY.REQUEST, scope.requestId())
                .execute();
    }

    /** Newest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Page<AuditEntry> page(Filter filter, int limit, @Nullable UUID before) {
        var rows = jooq.selectFrom(AUDIT_ENTRY)
                .where(Tenanted.own(AUDIT_ENTRY))
                .and(DSL.and(narrowed(filter, before)))
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(limit + 1)
                .fetch(AuditEntries::entry);
        return Page.of(rows, limit, last -> Cursor.at(last.id()));
    }

    private static List<Condition> narrowed(Filter filter, @Nullable UUID before) {
        var conditions = new ArrayList<Condition>();
        Optional.ofNullable(filter.action()).map(AUDIT_ENTRY.ACTION::eq).ifPresent(conditions::add);
        Optional.ofNullable(filter.actor()).map(AUDIT_ENTRY.ACTOR_ID::eq).ifPresent(conditions::add);
        Optional.ofNullable(filter.resource()).map(AUDIT_ENTRY.RESOURCE_ID::eq).ifPresent(conditions::add);
        Optional.ofNullable(filter.outcome())
                .map(outcome -> AUDIT_ENTRY.OUTCOME.eq(outcome.name()))
                .ifPresent(conditions::add);
        Optional.ofNullable(before).map(AUDIT_ENTRY.ID::lt).ifPresent(conditions::add);
        return conditions;
    }

    private static AuditEntry entry(AuditEntryRecord row) {
        return new AuditEntry(
                row.getId(),
                row.getRecordedAt(),
                new Actor(Actor.Kind.valueOf(row.getActorKind()), new UserId(row.getActorId()), row.getActorName()),
                row.getAction(),
                row.getResourceId(),
                Outcome.valueOf(row.getOutcome()),
                row.getBeforeJson(),
                row.getAfterJson(),
                row.getDetail(),
                row.getRequest());
    }
}
