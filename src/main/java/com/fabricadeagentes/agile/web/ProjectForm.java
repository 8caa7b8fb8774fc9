package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.Board.Merge;
import com.fabricadeagentes.agile.Board.RunLimits;
import com.fabricadeagentes.agile.domain.ProjectContent;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be changed of a project. */
record ProjectForm(
        @NotBlank @Size(max = ProjectContent.NAME) @Schema(example = "Loja")
        String name,

        @Nullable @Size(max = 20_000) String description,
        @Nullable @Size(max = ProjectContent.URL) String repositoryUrl,

        @Nullable @Pattern(regexp = MERGE, message = "must be automatic or review") @Schema(example = "automatic")
        String merge,

        @Nullable @Valid LimitsForm limits) {

    static final String MERGE = "automatic|review";

    static ProjectForm of(ProjectContent content) {
        return new ProjectForm(
                content.name(),
                content.description(),
                content.repositoryUrl(),
                Answers.lower(content.merge()),
                LimitsForm.of(content.limits()));
    }

    ProjectContent content() {
        return new ProjectContent(
                name,
                Objects.requireNonNullElse(description, ""),
                repositoryUrl,
                merge == null ? Merge.AUTOMATIC : Merge.valueOf(merge.toUpperCase(Locale.ROOT)),
                limits == null ? new RunLimits(null, null, null, null) : limits.limits());
    }
}
