package com.fabricadeagentes.agents.work;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of a run; a project may set lower ones.
 *
 * @param maxRetries {@code MAX_RETRIES}: automatic fixes
 * @param maxTurns {@code MAX_TURNS}: answers of models
 * @param maxRunMinutes {@code MAX_RUN_MINUTES}: minutes of work
 * @param maxRunUsd {@code MAX_RUN_USD}: US dollars
 */
@Validated
@ConfigurationProperties("runs")
record RunProperties(
        @DefaultValue("5") @Min(0) int maxRetries,
        @DefaultValue("60") @Min(1) int maxTurns,
        @DefaultValue("60") @Min(1) int maxRunMinutes,
        @DefaultValue("5") @DecimalMin("0.01") BigDecimal maxRunUsd) {}
