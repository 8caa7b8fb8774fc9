package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.TaskType;
import com.fabricadeagentes.agile.application.KeepTasks;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.kernel.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(TaskController.PATH)
@Tag(name = "Tasks", description = "The pieces of a story, each done by one agent.")
class TaskController {

    static final String PATH = "/api/v1/tasks";

    private final KeepTasks tasks;
    private final MergePatch patches;

    TaskController(KeepTasks tasks, MergePatch patches) {
        this.tasks = tasks;
        this.patches = patches;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a task to a story")
    ResponseEntity<TaskAnswer> create(@RequestBody @Valid WriteTaskRequest request) {
        var task = tasks.create(request.storyId(), request.content()).after();
        return Answers.created(PATH, task.id(), TaskAnswer.of(task), task.trace());
    }

    @GetMapping
    @Operation(summary = "List tasks")
    Page<TaskAnswer> list(
            @RequestParam(name = "story_id", required = false) @Nullable String storyId,
            @RequestParam(required = false) @Nullable TaskStatus status,
            @RequestParam(required = false) @Nullable String type,
            @ParameterObject ListRequest list) {
        var window = list.window(storyId == null ? Window.NEWEST_FIRST : "position");
        return tasks.list(storyId, status, type(type), window).map(TaskAnswer::of);
    }

    private static @Nullable TaskType type(@Nullable String type) {
        if (type == null) {
            return null;
        }
        if (!type.matches(TaskForm.TYPE)) {
            throw ListRequest.malformed("type " + TaskForm.TYPE_MESSAGE + ".");
        }
        return TaskType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a task")
    ResponseEntity<TaskAnswer> one(@PathVariable String id) {
        var task = tasks.one(id);
        return Answers.ok(TaskAnswer.of(task), task.trace());
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change a task",
            description = "A JSON merge patch (RFC 7396).",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = TaskForm.class),
                                            examples = @ExampleObject("{\"status\": \"DONE\"}"))))
    ResponseEntity<TaskAnswer> edit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var task = tasks.edit(
                        id,
                        Answers.version(ifMatch),
                        now -> patches.apply(TaskForm.of(now), patch, TaskForm.class)
                                .sheet())
                .after();
        return Answers.ok(TaskAnswer.of(task), task.trace());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a task")
    void delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        tasks.delete(id, Answers.version(ifMatch));
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Restore a deleted task")
    ResponseEntity<TaskAnswer> restore(@PathVariable String id) {
        var task = tasks.restore(id).after();
        return Answers.ok(TaskAnswer.of(task), task.trace());
    }
}
