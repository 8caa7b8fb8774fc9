package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.ProjectContent;
import com.fabricadeagentes.agile.domain.Stack;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A new project: a skeleton of the stack, or an existing repository. */
record CreateProjectRequest(
        @NotNull
        @Pattern(regexp = Project.KEY, message = "must be 2 to 10 capital letters and digits, a letter first")
        @Schema(example = "SHOP")
        String key,

        @NotBlank @Size(max = ProjectContent.NAME) @Schema(example = "Loja")
        String name,

        @Nullable @Size(max = 20_000) @Schema(example = "Vende produtos pela internet.")
        String description,

        @Nullable
        @Pattern(regexp = "java|node|python", message = "must be java, node or python")
        @Schema(example = "java")
        String stack,

        @Nullable @Size(max = ProjectContent.URL) @Schema(description = "An https, ssh or allowed local address.")
        String repositoryUrl,

        @Nullable
        @Pattern(regexp = ProjectForm.MERGE, message = "must be automatic or review")
        @Schema(example = "automatic")
        String merge,

        @Nullable @Valid LimitsForm limits) {

    Stack stackOrUsual() {
        return stack == null ? Stack.JAVA : Stack.valueOf(stack.toUpperCase(Locale.ROOT));
    }

    ProjectForm form() {
        return new ProjectForm(name, description, repositoryUrl, merge, limits);
    }
}
