package com.fabricadeagentes.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param workers {@code FACTORY_WORKERS}: jobs done at once on this node; most of a run's time is waiting for a model
 * @param poll {@code FACTORY_JOBS_POLL}: how often work added by other nodes is looked for
 * @param heartbeat {@code FACTORY_JOBS_HEARTBEAT}: a worker that misses four is taken for dead and its job done again
 */
@Validated
@ConfigurationProperties("jobs")
record JobsProperties(
        @DefaultValue("32") @Min(1) @Max(1000) int workers,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1s") Duration heartbeat) {}
