package com.fabricadeagentes.identity;

import jakarta.validation.constraints.Email;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param adminEmail {@code FACTORY_ADMIN_EMAIL}: the first administrator, made when the database is empty
 * @param adminPassword {@code FACTORY_ADMIN_PASSWORD}: their password; without it a random one is written to
 *     {@code FACTORY_HOME/secrets/admin-password}
 * @param accessToken {@code ACCESS_TOKEN_LIFETIME}: how long an access token serves
 * @param refreshToken {@code REFRESH_TOKEN_LIFETIME}: how long one stays signed in without coming back
 */
@Validated
@ConfigurationProperties("identity")
public record IdentityProperties(
        @DefaultValue("admin@localhost") @Email String adminEmail,
        @Nullable String adminPassword,
        @DefaultValue("15m") Duration accessToken,
        @DefaultValue("30d") Duration refreshToken) {}
