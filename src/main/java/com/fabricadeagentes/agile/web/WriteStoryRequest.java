package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Priority;
import com.fabricadeagentes.agile.domain.StoryContent;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new story. */
record WriteStoryRequest(
        @NotBlank @Schema(example = "SHOP", description = "A project's id or key.")
        String projectId,

        @NotBlank @Size(max = StoryContent.TITLE) @Schema(example = "Cadastro de produtos com nome, preço e estoque")
        String title,

        @Nullable @Size(max = 20_000) @Schema(example = "O lojista mantém os produtos que vende.")
        String description,

        @Nullable @Size(max = StoryContent.CRITERIA) @Schema(example = "[\"O preço nunca é negativo\"]")
        List<@NotBlank @Size(max = StoryContent.CRITERION) String> acceptanceCriteria,

        @Nullable @Min(0) @Max(StoryContent.POINTS) @Schema(example = "3")
        Integer points,

        @Nullable @Schema(example = "MEDIUM") Priority priority,

        @Nullable @Schema(description = "An epic of the same project.")
        String epicId,

        @Nullable @Schema(description = "A planned or active sprint of the same project.")
        String sprintId) {

    StoryForm form() {
        return new StoryForm(title, description, acceptanceCriteria, points, priority, epicId, sprintId);
    }
}
