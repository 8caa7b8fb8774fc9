package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.application.KeepEpics;
import com.fabricadeagentes.kernel.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
@RequestMapping(EpicController.PATH)
@Tag(name = "Epics", description = "Themes that group the stories of a project.")
class EpicController {

    static final String PATH = "/api/v1/epics";

    private final KeepEpics epics;
    private final MergePatch patches;

    EpicController(KeepEpics epics, MergePatch patches) {
        this.epics = epics;
        this.patches = patches;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Create an epic")
    ResponseEntity<EpicAnswer> create(@RequestBody @Valid CreateEpicRequest request) {
        var epic = epics.create(request.projectId(), request.form().content()).after();
        return Answers.created(PATH, epic.id(), EpicAnswer.of(epic), epic.trace());
    }

    @GetMapping
    @Operation(summary = "List epics", description = "q searches title and description.")
    Page<EpicAnswer> list(
            @RequestParam(name = "project_id", required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject ListRequest list) {
        return epics.list(projectId, ListRequest.text(q), list.window()).map(EpicAnswer::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an epic")
    ResponseEntity<EpicAnswer> one(@PathVariable String id) {
        var epic = epics.one(id);
        return Answers.ok(EpicAnswer.of(epic), epic.trace());
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change an epic",
            description = "A JSON merge patch (RFC 7396).",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = EpicForm.class),
                                            examples = @ExampleObject("{\"color\": \"#1f6feb\"}"))))
    ResponseEntity<EpicAnswer> edit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var epic = epics.edit(
                        id,
                        Answers.version(ifMatch),
                        now -> patches.apply(EpicForm.of(now), patch, EpicForm.class)
                                .content())
                .after();
        return Answers.ok(EpicAnswer.of(epic), epic.trace());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an epic")
    void delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        epics.delete(id, Answers.version(ifMatch));
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Restore a deleted epic")
    ResponseEntity<EpicAnswer> restore(@PathVariable String id) {
        var epic = epics.restore(id).after();
        return Answers.ok(EpicAnswer.of(epic), epic.trace());
    }
}
