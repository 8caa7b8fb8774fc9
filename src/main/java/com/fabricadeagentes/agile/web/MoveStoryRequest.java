package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.StoryStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Where a story shall stand. */
record MoveStoryRequest(
        @NotNull @Schema(example = "READY") StoryStatus status,

        @Nullable @Min(0) @Schema(example = "0", description = "From 0; at the end of the column where it is left out.")
        Integer position) {}
