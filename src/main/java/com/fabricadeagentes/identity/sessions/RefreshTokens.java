package com.fabricadeagentes.identity.sessions;

import static com.fabricadeagentes.database.schema.Tables.REFRESH_TOKEN;

import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.RefreshTokenRecord;
import com.fabricadeagentes.identity.IdentityProperties;
import com.fabricadeagentes.identity.TokenHash;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Platform;
import com.fabricadeagentes.kernel.SecretFile;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Refresh tokens as they are stored: hashed, each of a family that began with one sign-in. */
@Component
class RefreshTokens {

    private final DSLContext jooq;
    private final Platform platform;
    private final Clock clock;
    private final Duration lifetime;

    RefreshTokens(DSLContext jooq, Platform platform, Clock clock, IdentityProperties properties) {
        this.jooq = jooq;
        this.platform = platform;
        this.clock = clock;
        this.lifetime = properties.refreshToken();
    }

    record RefreshToken(TenantId tenant, UUID id, UserId person, UUID family, Instant expiresAt) {}

    /** Before anything is bound: the token itself says whose it is. Used and revoked ones are found, too. */
    @Transactional(readOnly = true)
    public Optional<RefreshToken> find(String token) {
        return platform.unbound(
                "refresh of a session",
                () -> jooq.selectFrom(REFRESH_TOKEN)
                        .where(REFRESH_TOKEN.SECRET_HASH.eq(TokenHash.of(token)))
                        .fetchOptional(RefreshTokens::token));
    }

    /** Stores a new one in the bound tenant. @return the token, which is told once and never again */
    @Transactional(propagation = Propagation.MANDATORY)
    public String add(UserId person, UUID family) {
        var token = SecretFile.random();
        var now = clock.instant();
        jooq.insertInto(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.TENANT_ID, Tenanted.tenant())
                .set(REFRESH_TOKEN.ID, Ids.next())
                .set(REFRESH_TOKEN.PERSON_ID, person.value())
                .set(REFRESH_TOKEN.FAMILY_ID, family)
                .set(REFRESH_TOKEN.SECRET_HASH, TokenHash.of(token))
                .set(REFRESH_TOKEN.CREATED_AT, now)
                .set(REFRESH_TOKEN.EXPIRES_AT, now.plus(lifetime))
                .execute();
        return token;
    }

    /** @return whether this call was the one that used it; of two at once only one is */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(UUID id) {
        return jooq.update(REFRESH_TOKEN)
                        .set(REFRESH_TOKEN.USED_AT, clock.instant())
                        .where(Tenanted.own(REFRESH_TOKEN), REFRESH_TOKEN.ID.eq(id))
                        .and(REFRESH_TOKEN.USED_AT.isNull())
                        .and(REFRESH_TOKEN.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void revokeFamily(UUID family) {
        jooq.update(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.REVOKED_AT, clock.instant())
                .where(Tenanted.own(REFRESH_TOKEN), REFRESH_TOKEN.FAMILY_ID.eq(family))
                .and(REFRESH_TOKEN.REVOKED_AT.isNull())
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void revokeAllOf(UserId person) {
        jooq.update(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.REVOKED_AT, clock.instant())
                .where(Tenanted.own(REFRESH_TOKEN), REFRESH_TOKEN.PERSON_ID.eq(person.value()))
                .and(REFRESH_TOKEN.REVOKED_AT.isNull())
                .execute();
    }

    private static RefreshToken token(RefreshTokenRecord row) {
        return new RefreshToken(
                new TenantId(row.getTenantId()),
                row.getId(),
                new UserId(row.getPersonId()),
                row.getFamilyId(),
                row.getExpiresAt());
    }
}
