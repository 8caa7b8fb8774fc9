package com.fabricadeagentes.tenancy;

import static com.fabricadeagentes.database.schema.Tables.TENANT;

import com.fabricadeagentes.kernel.TenantId;
import java.time.Clock;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All customers of the platform. */
@Component
public class Tenants {

    private final DSLContext jooq;
    private final Clock clock;

    Tenants(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return !jooq.fetchExists(TENANT);
    }

    @Transactional(readOnly = true)
    public Optional<Tenant> find(TenantId id) {
        return find(TENANT.ID.eq(id.value()));
    }

    @Transactional(readOnly = true)
    public Optional<Tenant> findBySlug(String slug) {
        return find(TENANT.SLUG.eq(slug));
    }

    /**
     * Adds a tenant, with whatever the caller's transaction adds to it.
     *
     * @return empty where the slug is taken, be it by a node that starts at the same moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Tenant> add(String slug, String name) {
        var tenant = new Tenant(TenantId.next(), slug, name);
        int added = jooq.insertInto(TENANT)
                .set(TENANT.ID, tenant.id().value())
                .set(TENANT.SLUG, slug)
                .set(TENANT.NAME, name)
                .set(TENANT.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        return added == 1 ? Optional.of(tenant) : Optional.empty();
    }

    private Optional<Tenant> find(Condition condition) {
        return jooq.selectFrom(TENANT)
                .where(condition)
                .fetchOptional(row -> new Tenant(new TenantId(row.getId()), row.getSlug(), row.getName()));
    }
}
