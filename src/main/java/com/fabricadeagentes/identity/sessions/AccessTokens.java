package com.fabricadeagentes.identity.sessions;

import com.fabricadeagentes.identity.IdentityProperties;
import com.fabricadeagentes.identity.people.Person;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import com.fabricadeagentes.vault.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Signs and reads access tokens: JWT (RFC 7519) with HS256, short-lived, naming person and tenant and nothing else. */
@Component
public final class AccessTokens {

    private static final String ISSUER = "plataforma-e";
    private static final String AUDIENCE = "plataforma-e-api";
    private static final String TENANT = "tenant";

    private final NimbusJwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;
    private final Duration lifetime;

    AccessTokens(Secrets secrets, IdentityProperties properties, Clock clock) {
        var key = new SecretKeySpec(secrets.key(Secrets.Name.JWT_SECRET_KEY), "HmacSHA256");
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        this.clock = clock;
        this.lifetime = properties.accessToken();
        var time = new JwtTimestampValidator(Duration.ZERO);
        time.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(ISSUER),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AUDIENCE))));
    }

    /** Whom a token was given to. */
    public record Bearer(TenantId tenant, UserId person) {}

    String issue(Person person) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .id(Ids.next().toString())
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(person.id().toString())
                .claim(TENANT, person.tenant().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Empty where the token is none of ours, altered or expired. */
    public Optional<Bearer> read(String token) {
        try {
            return bearer(decoder.decode(token));
        } catch (JwtException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Bearer> bearer(Jwt jwt) {
        return id(jwt.getClaimAsString(TENANT))
                .flatMap(tenant ->
                        id(jwt.getSubject()).map(person -> new Bearer(new TenantId(tenant), new UserId(person))));
    }

    private static Optional<UUID> id(@Nullable String claim) {
        return Optional.ofNullable(claim).flatMap(Ids::parse);
    }
}
