package com.fabricadeagentes.agents.web;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.runs.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as the API shows it. */
record RunAnswer(
        UUID id,
        UUID storyId,
        UUID projectId,
        RunStatus status,
        @Nullable Phase phase,
        int attempt,
        @Nullable String needs,
        @Nullable String question,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String commit,
        @Nullable String branch,
        UsageAnswer usage,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {

    private static final int MICRO_DIGITS = 6;

    /** @param costUsd null where the price is unknown */
    record UsageAnswer(
            long inputTokens,
            long outputTokens,
            long cacheReadTokens,
            long cacheWriteTokens,
            @Nullable BigDecimal costUsd) {}

    static RunAnswer of(Run run) {
        var usage = run.usage();
        var cost = run.costMicros();
        return new RunAnswer(
                run.id().value(),
                run.story().value(),
                run.project().value(),
                run.status(),
                run.phase(),
                run.attempt(),
                run.needs() == null ? null : run.needs().name().toLowerCase(Locale.ROOT),
                run.question(),
                run.provider(),
                run.model(),
                run.commit(),
                run.branch(),
                new UsageAnswer(
                        usage.inputTokens(),
                        usage.outputTokens(),
                        usage.cacheReadTokens(),
                        usage.cacheWriteTokens(),
                        cost == null ? null : BigDecimal.valueOf(cost, MICRO_DIGITS)),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.error());
    }
}
