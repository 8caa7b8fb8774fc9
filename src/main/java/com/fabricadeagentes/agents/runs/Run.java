package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.llm.Usage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run's row: the sum of its events, for lists and decisions.
 *
 * @param costMicros millionths of a US dollar; null where a price is unknown
 * @param fencing grows with each lease and each word of a person; who holds an older one can no longer write
 */
public record Run(
        RunId id,
        ProjectId project,
        StoryId story,
        RunStatus status,
        @Nullable Phase phase,
        int attempt,
        @Nullable Needs needs,
        @Nullable String question,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String commit,
        @Nullable String branch,
        @Nullable String base,
        @Nullable String tree,
        Usage usage,
        @Nullable Long costMicros,
        @Nullable String error,
        boolean committing,
        long fencing,
        int lastSeq,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
