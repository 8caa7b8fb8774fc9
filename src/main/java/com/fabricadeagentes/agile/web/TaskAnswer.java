package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.domain.Task;
import java.time.Instant;
import java.util.UUID;

/** A task as clients see it. */
record TaskAnswer(
        UUID id,
        UUID storyId,
        String type,
        String title,
        String description,
        TaskStatus status,
        String agentType,
        int position,
        long version,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy) {

    static TaskAnswer of(Task task) {
        var content = task.content();
        var trace = task.trace();
        return new TaskAnswer(
                task.id().value(),
                task.story().value(),
                Answers.lower(content.type()),
                content.title(),
                content.description(),
                task.status(),
                content.agentType(),
                task.position(),
                trace.version(),
                trace.createdAt(),
                trace.createdBy().value(),
                trace.updatedAt(),
                trace.updatedBy().value());
    }
}
