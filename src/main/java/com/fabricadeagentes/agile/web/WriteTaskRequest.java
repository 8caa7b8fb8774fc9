package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.domain.TaskContent;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A task that a person adds to a story. */
record WriteTaskRequest(
        @NotBlank @Schema(example = "SHOP-1", description = "A story's id or key.")
        String storyId,

        @NotNull @Pattern(regexp = TaskForm.TYPE, message = TaskForm.TYPE_MESSAGE) @Schema(example = "test")
        String type,

        @NotBlank @Size(max = TaskContent.TITLE) @Schema(example = "Testar o preço negativo")
        String title,

        @Nullable @Size(max = 20_000) @Schema(example = "Um preço abaixo de zero é recusado.")
        String description,

        @Nullable
        @Pattern(regexp = TaskForm.AGENT_TYPE, message = TaskForm.AGENT_TYPE_MESSAGE)
        @Schema(example = "test_writer", description = "By default the agent that usually does such tasks.")
        String agentType) {

    TaskContent content() {
        return new TaskForm(type, title, description, TaskStatus.TODO, agentType).content();
    }
}
