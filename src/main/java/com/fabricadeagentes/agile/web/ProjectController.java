package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.application.CreateProject;
import com.fabricadeagentes.agile.application.DeleteProject;
import com.fabricadeagentes.agile.application.EditProject;
import com.fabricadeagentes.agile.application.ReadProjects;
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
@RequestMapping(ProjectController.PATH)
@Tag(name = "Projects", description = "Products under development, each with a repository of its own.")
class ProjectController {

    static final String PATH = "/api/v1/projects";

    private final CreateProject create;
    private final EditProject edit;
    private final DeleteProject delete;
    private final ReadProjects read;
    private final MergePatch patches;

    ProjectController(
            CreateProject create, EditProject edit, DeleteProject delete, ReadProjects read, MergePatch patches) {
        this.create = create;
        this.edit = edit;
        this.delete = delete;
        this.read = read;
        this.patches = patches;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Create a project",
            description = "Its repository is prepared in the background; stories can be written and moved at once.")
    ResponseEntity<ProjectAnswer> create(@RequestBody @Valid CreateProjectRequest request) {
        var project = create.create(
                        request.key(), request.stackOrUsual(), request.form().content())
                .after();
        return Answers.created(PATH, project.id(), ProjectAnswer.of(project), project.trace());
    }

    @GetMapping
    @Operation(summary = "List projects", description = "q searches key, name and description.")
    Page<ProjectAnswer> list(@RequestParam(required = false) @Nullable String q, @ParameterObject ListRequest list) {
        return read.list(ListRequest.text(q), list.window()).map(ProjectAnswer::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a project", description = "By id or key.")
    ResponseEntity<ProjectAnswer> one(@PathVariable String id) {
        var project = read.one(id);
        return Answers.ok(ProjectAnswer.of(project), project.trace());
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change a project",
            description = "A JSON merge patch (RFC 7396). repository_url can be changed only after preparing the"
                    + " repository has failed; it is then prepared anew.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ProjectForm.class),
                                            examples = @ExampleObject("{\"merge\": \"review\"}"))))
    ResponseEntity<ProjectAnswer> edit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var project = edit.edit(
                        id,
                        Answers.version(ifMatch),
                        now -> patches.apply(ProjectForm.of(now), patch, ProjectForm.class)
                                .content())
                .after();
        return Answers.ok(ProjectAnswer.of(project), project.trace());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a project", description = "With all that belongs to it, until it is restored.")
    void delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        delete.delete(id, Answers.version(ifMatch));
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Restore a deleted project")
    ResponseEntity<ProjectAnswer> restore(@PathVariable String id) {
        var project = delete.restore(id).after();
        return Answers.ok(ProjectAnswer.of(project), project.trace());
    }
}
