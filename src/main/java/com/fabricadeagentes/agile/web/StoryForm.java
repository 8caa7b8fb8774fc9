package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.agile.domain.Priority;
import com.fabricadeagentes.agile.domain.StoryContent;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be changed of a story. */
record StoryForm(
        @NotBlank @Size(max = StoryContent.TITLE) @Schema(example = "Login com email e senha")
        String title,

        @Nullable @Size(max = 20_000) String description,

        @Nullable @Size(max = StoryContent.CRITERIA)
        List<@NotBlank @Size(max = StoryContent.CRITERION) String> acceptanceCriteria,

        @Nullable @Min(0) @Max(StoryContent.POINTS) @Schema(example = "5")
        Integer points,

        @Nullable @Schema(example = "HIGH") Priority priority,
        @Nullable String epicId,
        @Nullable String sprintId) {

    static StoryForm of(StoryContent content) {
        var epic = content.epic();
        var sprint = content.sprint();
        return new StoryForm(
                content.title(),
                content.description(),
                content.acceptanceCriteria(),
                content.points(),
                content.priority(),
                epic == null ? null : epic.toString(),
                sprint == null ? null : sprint.toString());
    }

    StoryContent content() {
        return new StoryContent(
                title,
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(acceptanceCriteria, List.of()),
                points,
                priority,
                epicId == null ? null : new EpicId(id("epic_id", epicId)),
                sprintId == null ? null : new SprintId(id("sprint_id", sprintId)));
    }

    private static UUID id(String field, String text) {
        return Ids.parse(text)
                .orElseThrow(() -> Refusal.Invalid.field(field, "is no id").refused());
    }
}
