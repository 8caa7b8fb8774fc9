package com.fabricadeagentes.identity.people;

import static com.fabricadeagentes.database.schema.Tables.PERSON;

import com.fabricadeagentes.database.schema.tables.records.PersonRecord;
import com.fabricadeagentes.identity.Role;
import com.fabricadeagentes.kernel.Platform;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people of all tenants, as far as signing in needs them. */
@Component
public class People {

    private final DSLContext jooq;
    private final Platform platform;
    private final Clock clock;

    People(DSLContext jooq, Platform platform, Clock clock) {
        this.jooq = jooq;
        this.platform = platform;
        this.clock = clock;
    }

    /** The person behind a verified token, before anything is bound. */
    @Transactional(readOnly = true)
    public Optional<Person> find(TenantId tenant, UserId id) {
        return Scope.ofPlatform(tenant, "authentication")
                .call(() -> jooq.selectFrom(PERSON)
                        .where(
                                PERSON.TENANT_ID.eq(tenant.value()),
                                PERSON.ID.eq(id.value()),
                                PERSON.DELETED_AT.isNull())
                        .fetchOptional(People::person));
    }

    /** Whoever signs in with this address; one person a tenant at most. */
    @Transactional(readOnly = true)
    public List<Person> withEmail(String email) {
        return platform.unbound(
                "sign-in",
                () -> jooq.selectFrom(PERSON)
                        .where(PERSON.EMAIL.eq(email.toLowerCase(Locale.ROOT)), PERSON.DELETED_AT.isNull())
                        .fetch(People::person));
    }

    /** Adds a person to the bound tenant. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Person person) {
        var now = clock.instant();
        var actor = Scope.current().actor().id().value();
        jooq.insertInto(PERSON)
                .set(PERSON.TENANT_ID, person.tenant().value())
                .set(PERSON.ID, person.id().value())
                .set(PERSON.EMAIL, person.email().toLowerCase(Locale.ROOT))
                .set(PERSON.NAME, person.name())
                .set(PERSON.PASSWORD_HASH, person.passwordHash())
                .set(PERSON.ROLE, person.role().code())
                .set(PERSON.VERSION, 1L)
                .set(PERSON.CREATED_AT, now)
                .set(PERSON.CREATED_BY, actor)
                .set(PERSON.UPDATED_AT, now)
                .set(PERSON.UPDATED_BY, actor)
                .execute();
    }

    private static Person person(PersonRecord row) {
        return new Person(
                new TenantId(row.getTenantId()),
                new UserId(row.getId()),
                row.getEmail(),
                row.getName(),
                Role.of(row.getRole()),
                row.getPasswordHash());
    }
}
