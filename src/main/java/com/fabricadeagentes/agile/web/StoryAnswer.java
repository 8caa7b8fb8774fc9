package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Planning;
import com.fabricadeagentes.agile.domain.Priority;
import com.fabricadeagentes.agile.domain.Story;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A story as clients see it. */
record StoryAnswer(
        UUID id,
        String key,
        UUID projectId,
        String title,
        String description,
        List<String> acceptanceCriteria,
        @Nullable Integer points,
        @Nullable Priority priority,
        @Nullable UUID epicId,
        @Nullable UUID sprintId,
        StoryStatus status,
        int position,
        boolean blocked,
        Planning planning,
        long version,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy) {

    static StoryAnswer of(Story story) {
        var content = story.content();
        var trace = story.trace();
        return new StoryAnswer(
                story.id().value(),
                story.key(),
                story.project().value(),
                content.title(),
                content.description(),
                content.acceptanceCriteria(),
                content.points(),
                content.priority(),
                Answers.uuid(content.epic()),
                Answers.uuid(content.sprint()),
                story.status(),
                story.position(),
                story.blocked(),
                story.planning(),
                trace.version(),
                trace.createdAt(),
                trace.createdBy().value(),
                trace.updatedAt(),
                trace.updatedBy().value());
    }
}
