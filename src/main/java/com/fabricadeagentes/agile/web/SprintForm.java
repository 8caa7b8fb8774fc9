package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Sprint;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be changed of a sprint; its status changes by starting and closing it. */
record SprintForm(
        @NotBlank @Size(max = Sprint.NAME) @Schema(example = "Sprint 1")
        String name,

        @Nullable @Size(max = 20_000) String goal,
        @Nullable @Schema(example = "2026-11-23") LocalDate startsOn,
        @Nullable @Schema(example = "2026-12-04") LocalDate endsOn) {

    static SprintForm of(Sprint.Content content) {
        return new SprintForm(content.name(), content.goal(), content.startsOn(), content.endsOn());
    }

    Sprint.Content content() {
        return new Sprint.Content(name, Objects.requireNonNullElse(goal, ""), startsOn, endsOn);
    }
}
