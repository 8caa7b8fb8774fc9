package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Epic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An epic as clients see it. */
record EpicAnswer(
        UUID id,
        UUID projectId,
        String title,
        String description,
        @Nullable String color,
        long version,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy) {

    static EpicAnswer of(Epic epic) {
        var content = epic.content();
        var trace = epic.trace();
        return new EpicAnswer(
                epic.id().value(),
                epic.project().value(),
                content.title(),
                content.description(),
                content.color(),
                trace.version(),
                trace.createdAt(),
                trace.createdBy().value(),
                trace.updatedAt(),
                trace.updatedBy().value());
    }
}
