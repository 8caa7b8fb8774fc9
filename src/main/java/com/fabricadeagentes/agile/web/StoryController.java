package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.application.DeleteStory;
import com.fabricadeagentes.agile.application.KeepTasks;
import com.fabricadeagentes.agile.application.MoveStory;
import com.fabricadeagentes.agile.application.ReadStories;
import com.fabricadeagentes.agile.application.WriteStory;
import com.fabricadeagentes.agile.domain.Priority;
import com.fabricadeagentes.agile.domain.StoryFilter;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.kernel.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
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
@RequestMapping(StoryController.PATH)
@Tag(name = "Stories", description = "Wishes on the board. Wherever an id stands, the key (SHOP-12) serves too.")
class StoryController {

    static final String PATH = "/api/v1/stories";

    private final WriteStory write;
    private final MoveStory move;
    private final DeleteStory delete;
    private final ReadStories read;
    private final KeepTasks tasks;
    private final MergePatch patches;

    StoryController(
            WriteStory write,
            MoveStory move,
            DeleteStory delete,
            ReadStories read,
            KeepTasks tasks,
            MergePatch patches) {
        this.write = write;
        this.move = move;
        this.delete = delete;
        this.read = read;
        this.tasks = tasks;
        this.patches = patches;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a story", description = "Its tasks are planned in the background.")
    ResponseEntity<StoryAnswer> write(@RequestBody @Valid WriteStoryRequest request) {
        var story = write.write(request.projectId(), request.form().content()).after();
        return Answers.created(PATH, story.id(), StoryAnswer.of(story), story.trace());
    }

    @GetMapping
    @Operation(
            summary = "List stories",
            description = "With project_id sorted by position, else newest first; sort takes created_at, position and"
                    + " number. q searches key, title and description.")
    Page<StoryAnswer> list(
            @RequestParam(name = "project_id", required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable StoryStatus status,
            @RequestParam(name = "epic_id", required = false) @Nullable UUID epicId,
            @RequestParam(name = "sprint_id", required = false) @Nullable UUID sprintId,
            @RequestParam(required = false) @Nullable Priority priority,
            @RequestParam(required = false) @Nullable Boolean blocked,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject ListRequest list) {
        var filter = new StoryFilter(
                status,
                epicId == null ? null : new EpicId(epicId),
                sprintId == null ? null : new SprintId(sprintId),
                priority,
                blocked,
                ListRequest.text(q));
        var window = list.window(projectId == null ? Window.NEWEST_FIRST : "position");
        return read.list(projectId, filter, window).map(StoryAnswer::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a story")
    ResponseEntity<StoryAnswer> one(@PathVariable String id) {
        var story = read.one(id);
        return Answers.ok(StoryAnswer.of(story), story.trace());
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change a story",
            description = "A JSON merge patch (RFC 7396). A new title, description or criteria are planned anew.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = StoryForm.class),
                                            examples = @ExampleObject("{\"priority\": \"HIGH\", \"points\": null}"))))
    ResponseEntity<StoryAnswer> edit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        var story = write.edit(
                        id,
                        Answers.version(ifMatch),
                        now -> patches.apply(StoryForm.of(now), patch, StoryForm.class)
                                .content())
                .after();
        return Answers.ok(StoryAnswer.of(story), story.trace());
    }

    @PostMapping("/{id}/move")
    @Operation(
            summary = "Move a story",
            description = "READY starts its run; back to BACKLOG cancels it. 409 says which moves are allowed.")
    ResponseEntity<StoryAnswer> move(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid MoveStoryRequest request) {
        var story = move.move(id, request.status(), request.position(), Answers.version(ifMatch))
                .after();
        return Answers.ok(StoryAnswer.of(story), story.trace());
    }

    @GetMapping("/{id}/tasks")
    @Operation(summary = "List a story's tasks", description = "In their order.")
    Page<TaskAnswer> tasks(@PathVariable String id, @ParameterObject ListRequest list) {
        return tasks.ofStory(id, list.window("position")).map(TaskAnswer::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a story", description = "Not while a run is on its way.")
    void delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        delete.delete(id, Answers.version(ifMatch));
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Restore a deleted story", description = "It comes back to the end of its column.")
    ResponseEntity<StoryAnswer> restore(@PathVariable String id) {
        var story = delete.restore(id).after();
        return Answers.ok(StoryAnswer.of(story), story.trace());
    }
}
