package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.Board.RunLimits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A project's own limits of a run; null where the platform's serve. */
record LimitsForm(
        @Nullable @Min(0) @Max(100) @Schema(example = "3") Integer maxRetries,

        @Nullable @Min(1) @Max(10_000) @Schema(example = "40")
        Integer maxTurns,

        @Nullable @Min(1) @Max(10_000) @Schema(example = "30")
        Integer maxRunMinutes,

        @Nullable @DecimalMin("0") @Digits(integer = 6, fraction = 2) @Schema(example = "2.50")
        BigDecimal maxRunUsd) {

    static LimitsForm of(RunLimits limits) {
        var cents = limits.maxRunCents();
        return new LimitsForm(
                limits.maxRetries(),
                limits.maxTurns(),
                limits.maxRunMinutes(),
                cents == null ? null : BigDecimal.valueOf(cents, 2));
    }

    RunLimits limits() {
        return new RunLimits(
                maxRetries,
                maxTurns,
                maxRunMinutes,
                maxRunUsd == null ? null : maxRunUsd.movePointRight(2).intValueExact());
    }
}
