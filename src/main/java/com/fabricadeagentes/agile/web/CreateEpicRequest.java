package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Epic;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new epic. */
record CreateEpicRequest(
        @NotBlank @Schema(example = "SHOP", description = "A project's id or key.")
        String projectId,

        @NotBlank @Size(max = Epic.TITLE) @Schema(example = "Catálogo")
        String title,

        @Nullable @Size(max = 20_000) @Schema(example = "Tudo o que mostra produtos.")
        String description,

        @Nullable @Pattern(regexp = EpicForm.COLOR, message = EpicForm.COLOR_MESSAGE) @Schema(example = "#1f6feb")
        String color) {

    EpicForm form() {
        return new EpicForm(title, description, color);
    }
}
