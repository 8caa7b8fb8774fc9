package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.TaskType;
import com.fabricadeagentes.agile.application.KeepTasks.Sheet;
import com.fabricadeagentes.agile.domain.TaskContent;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be changed of a task. */
record TaskForm(
        @NotNull @Pattern(regexp = TYPE, message = TYPE_MESSAGE) @Schema(example = "test")
        String type,

        @NotBlank @Size(max = TaskContent.TITLE) @Schema(example = "Testar o preço")
        String title,

        @Nullable @Size(max = 20_000) String description,
        @NotNull @Schema(example = "TODO") TaskStatus status,

        @Nullable @Pattern(regexp = AGENT_TYPE, message = AGENT_TYPE_MESSAGE) @Schema(example = "test_writer")
        String agentType) {

    static final String TYPE = "development|test|documentation|review";
    static final String TYPE_MESSAGE = "must be development, test, documentation or review";
    static final String AGENT_TYPE = "[a-z][a-z0-9_]{0,39}";
    static final String AGENT_TYPE_MESSAGE = "must be the name of an agent type, as code_generator";

    static TaskForm of(Sheet sheet) {
        var content = sheet.content();
        return new TaskForm(
                Answers.lower(content.type()),
                content.title(),
                content.description(),
                sheet.status(),
                content.agentType());
    }

    Sheet sheet() {
        return new Sheet(content(), status);
    }

    TaskContent content() {
        return TaskContent.of(
                TaskType.valueOf(type.toUpperCase(Locale.ROOT)),
                title,
                Objects.requireNonNullElse(description, ""),
                agentType);
    }
}
