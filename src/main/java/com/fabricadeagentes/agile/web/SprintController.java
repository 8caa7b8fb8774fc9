package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.application.PlanSprints;
import com.fabricadeagentes.agile.domain.SprintStatus;
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
@RequestMapping(SprintController.PATH)
@Tag(name = "Sprints", description = "Time boxes that stories are planned into.")
class SprintController {

    static final String PATH = "/api/v1/sprints";

    private final PlanSprints sprints;
    private final MergePatch patches;

    SprintController(PlanSprints sprints, MergePatch patches) {
        this.sprints = sprints;
        this.patches = patches;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plan a sprint")
    ResponseEntity<SprintAnswer> create(@RequestBody @Valid PlanSprintRequest request) {
        var sprint =
                sprints.create(request.projectId(), request.form().content()).after();
        return Answers.created(PATH, sprint.id(), SprintAnswer.of(sprint), sprint.trace());
    }

    @GetMapping
    @Operation(summary = "List sprints", description = "q searches name and goal.")
    Page<SprintAnswer> list(
            @RequestParam(name = "project_id", required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable SprintStatus status,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject ListRequest list) {
        return sprints.list(projectId, status, ListRequest.text(q), list.window())
                .map(SprintAnswer::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a sprint")
    ResponseEntity<SprintAnswer> one(@PathVariable String id) {
        var sprint = sprints.one(id);
        return Answers.ok(SprintAnswer.of(sprint), sprint.trace());
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change a sprint",
            description = "A JSON merge patch (RFC 7396).",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = SprintForm.class),
                                            examples = @ExampleObject("{\"goal\": \"Vender o primeiro produto\"}"))))
    ResponseEntity<SprintAnswer> edit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var sprint = sprints.edit(
                        id,
                        Answers.version(ifMatch),
                        now -> patches.apply(SprintForm.of(now), patch, SprintForm.class)
                                .content())
                .after();
        return Answers.ok(SprintAnswer.of(sprint), sprint.trace());
    }

    @PostMapping("/{id}/start")
    @Operation(summary = "Start a planned sprint", description = "A project has one active sprint at most.")
    ResponseEntity<SprintAnswer> start(@PathVariable String id) {
        var sprint = sprints.start(id).after();
        return Answers.ok(SprintAnswer.of(sprint), sprint.trace());
    }

    @PostMapping("/{id}/close")
    @Operation(summary = "Close the active sprint", description = "Stories stay in it; it takes no new ones.")
    ResponseEntity<SprintAnswer> close(@PathVariable String id) {
        var sprint = sprints.close(id).after();
        return Answers.ok(SprintAnswer.of(sprint), sprint.trace());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a sprint")
    void delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        sprints.delete(id, Answers.version(ifMatch));
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Restore a deleted sprint")
    ResponseEntity<SprintAnswer> restore(@PathVariable String id) {
        var sprint = sprints.restore(id).after();
        return Answers.ok(SprintAnswer.of(sprint), sprint.trace());
    }
}
