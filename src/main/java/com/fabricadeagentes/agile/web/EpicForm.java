package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Epic;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be changed of an epic. */
record EpicForm(
        @NotBlank @Size(max = Epic.TITLE) @Schema(example = "Catálogo")
        String title,

        @Nullable @Size(max = 20_000) String description,

        @Nullable @Pattern(regexp = COLOR, message = COLOR_MESSAGE) @Schema(example = "#1f6feb")
        String color) {

    static final String COLOR = "#[0-9a-fA-F]{6}";
    static final String COLOR_MESSAGE = "must be as #1f6feb";

    static EpicForm of(Epic.Content content) {
        return new EpicForm(content.title(), content.description(), content.color());
    }

    Epic.Content content() {
        return new Epic.Content(title, Objects.requireNonNullElse(description, ""), color);
    }
}
