package com.fabricadeagentes.identity.keys;

import static com.fabricadeagentes.database.schema.Tables.API_KEY;

import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.ApiKeyRecord;
import com.fabricadeagentes.identity.TokenHash;
import com.fabricadeagentes.identity.keys.ApiKey.ApiKeyId;
import com.fabricadeagentes.identity.people.People;
import com.fabricadeagentes.identity.people.Person;
import com.fabricadeagentes.kernel.Cursor;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Platform;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** API keys as they are stored. */
@Component
public class ApiKeys {

    static final String PREFIX = "fk_";

    private final DSLContext jooq;
    private final Platform platform;
    private final People people;
    private final Clock clock;

    ApiKeys(DSLContext jooq, Platform platform, People people, Clock clock) {
        this.jooq = jooq;
        this.platform = platform;
        this.people = people;
        this.clock = clock;
    }

    public static boolean looksLikeOne(String credential) {
        return credential.startsWith(PREFIX);
    }

    /** Whose key this is, before anything is bound; empty where it is unknown, expired or revoked. */
    @Transactional(readOnly = true)
    public Optional<Person> owner(String key) {
        return platform.unbound(
                        "authentication by API key",
                        () -> jooq.selectFrom(API_KEY)
                                .where(API_KEY.SECRET_HASH.eq(TokenHash.of(key)), API_KEY.REVOKED_AT.isNull())
                                .fetchOptional())
                .filter(row -> row.getExpiresAt() == null || clock.instant().isBefore(row.getExpiresAt()))
                .flatMap(row -> people.find(new TenantId(row.getTenantId()), new UserId(row.getPersonId())));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ApiKey key, String secret) {
        jooq.insertInto(API_KEY)
                .set(API_KEY.TENANT_ID, Tenanted.tenant())
                .set(API_KEY.ID, key.id().value())
                .set(API_KEY.PERSON_ID, key.person().value())
                .set(API_KEY.NAME, key.name())
                .set(API_KEY.HINT, key.hint())
                .set(API_KEY.SECRET_HASH, TokenHash.of(secret))
                .set(API_KEY.CREATED_AT, key.createdAt())
                .set(API_KEY.CREATED_BY, Scope.current().actor().id().value())
                .set(API_KEY.EXPIRES_AT, key.expiresAt())
                .execute();
    }

    /** The person's keys that still serve, newest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Page<ApiKey> of(UserId person, int limit, @Nullable UUID before) {
        var rows = jooq.selectFrom(API_KEY)
                .where(Tenanted.own(API_KEY), API_KEY.PERSON_ID.eq(person.value()), API_KEY.REVOKED_AT.isNull())
                .and(before == null ? DSL.noCondition() : API_KEY.ID.lt(before))
                .orderBy(API_KEY.ID.desc())
                .limit(limit + 1)
                .fetch(ApiKeys::key);
        return Page.of(rows, limit, last -> Cursor.at(last.id().value()));
    }

    /** @return the key that no longer serves; empty where the person has no such key */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ApiKey> revoke(UserId person, UUID id) {
        return jooq.update(API_KEY)
                .set(API_KEY.REVOKED_AT, clock.instant())
                .where(Tenanted.own(API_KEY), API_KEY.ID.eq(id), API_KEY.PERSON_ID.eq(person.value()))
                .and(API_KEY.REVOKED_AT.isNull())
                .returning()
                .fetchOptional(ApiKeys::key);
    }

    private static ApiKey key(ApiKeyRecord row) {
        return new ApiKey(
                new ApiKeyId(row.getId()),
                new UserId(row.getPersonId()),
                row.getName(),
                row.getHint(),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getLastUsedAt());
    }
}
