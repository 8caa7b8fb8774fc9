package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Sprint;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A new sprint. */
record PlanSprintRequest(
        @NotBlank @Schema(example = "SHOP", description = "A project's id or key.")
        String projectId,

        @NotBlank @Size(max = Sprint.NAME) @Schema(example = "Sprint 1")
        String name,

        @Nullable @Size(max = 20_000) @Schema(example = "Vender o primeiro produto.")
        String goal,

        @Nullable @Schema(example = "2026-11-23") LocalDate startsOn,

        @Nullable @Schema(example = "2026-12-04", description = "Inclusive.")
        LocalDate endsOn) {

    SprintForm form() {
        return new SprintForm(name, goal, startsOn, endsOn);
    }
}
