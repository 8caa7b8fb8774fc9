package com.fabricadeagentes.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param url {@code DATABASE_URL}: {@code sqlite:///path}, {@code postgresql://user:pass@host:5432/db} or a JDBC URL;
 *     without it, an SQLite file in {@code FACTORY_HOME}
 * @param connections {@code DATABASE_CONNECTIONS}: connections to PostgreSQL, readers of SQLite
 * @param servingRole {@code DATABASE_SERVING_ROLE}: the PostgreSQL role that serves; it owns nothing
 */
@Validated
@ConfigurationProperties("database")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("10") @Min(2) @Max(500) int connections,

        @DefaultValue("factory_serving") @jakarta.validation.constraints.Pattern(regexp = "[a-z_][a-z0-9_]{0,62}")
        String servingRole) {}
