package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Sprint;
import com.fabricadeagentes.agile.domain.SprintStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sprint as clients see it. */
record SprintAnswer(
        UUID id,
        UUID projectId,
        String name,
        String goal,
        SprintStatus status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        long version,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy) {

    static SprintAnswer of(Sprint sprint) {
        var content = sprint.content();
        var trace = sprint.trace();
        return new SprintAnswer(
                sprint.id().value(),
                sprint.project().value(),
                content.name(),
                content.goal(),
                sprint.status(),
                content.startsOn(),
                content.endsOn(),
                trace.version(),
                trace.createdAt(),
                trace.createdBy().value(),
                trace.updatedAt(),
                trace.updatedBy().value());
    }
}
