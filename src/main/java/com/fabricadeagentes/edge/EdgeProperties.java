package com.fabricadeagentes.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param metricsToken {@code METRICS_TOKEN}: Bearer for {@code /metrics} from elsewhere; without it, loopback only
 * @param redisUrl {@code REDIS_URL}: what {@code /health/redis} asks; without it that is DISABLED
 */
@ConfigurationProperties("edge")
public record EdgeProperties(
        @Nullable String metricsToken, @Nullable String redisUrl) {}
