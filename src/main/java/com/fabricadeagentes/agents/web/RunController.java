package com.fabricadeagentes.agents.web;

import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.runs.Journal.Entry;
import com.fabricadeagentes.agents.runs.PeopleOnRuns;
import com.fabricadeagentes.agents.runs.ReadRuns;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.repositories.Repositories.FileDiff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(
        name = "Runs",
        description = "The agents' tries at stories: their histories, what they changed, and people's words.")
class RunController {

    private static final String RUNS = "/api/v1/runs";
    private static final String RUN = RUNS + "/{id}";

    private final ReadRuns read;
    private final PeopleOnRuns people;

    RunController(ReadRuns read, PeopleOnRuns people) {
        this.read = read;
        this.people = people;
    }

    /** A person's answer to a question, or what to do differently. */
    record AnswerRequest(@NotBlank @Size(max = 20_000) String text) {}

    /** Why a change is rejected; the agent is told. */
    record RejectRequest(@NotBlank @Size(max = 20_000) String reason) {}

    @GetMapping(RUNS)
    @Operation(summary = "List runs, newest first")
    Page<RunAnswer> list(
            @RequestParam(required = false) @Nullable RunStatus status,
            @RequestParam(name = "project_id", required = false) @Nullable UUID project,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return read.list(
                        Optional.ofNullable(status),
                        Optional.ofNullable(project).map(ProjectId::new),
                        limit,
                        Optional.ofNullable(cursor))
                .map(RunAnswer::of);
    }

    @GetMapping("/api/v1/stories/{story}/runs")
    @Operation(summary = "List a story's runs, newest first")
    Page<RunAnswer> ofStory(
            @PathVariable String story,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return read.ofStory(story, limit, Optional.ofNullable(cursor)).map(RunAnswer::of);
    }

    @GetMapping(RUN)
    @Operation(summary = "Read a run")
    RunAnswer one(@PathVariable String id) {
        return RunAnswer.of(read.one(run(id)));
    }

    @GetMapping(path = RUN + "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read a run's history in order",
            description = "With Accept: text/event-stream it is followed live.")
    Page<Entry> events(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return read.events(run(id), limit, Optional.ofNullable(cursor));
    }

    @GetMapping(path = RUN + "/diff", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "Read what a run changed, as a unified diff or as JSON by file")
    ResponseEntity<String> diff(@PathVariable String id) {
        var unified = read.diff(run(id)).stream().map(FileDiff::patch).collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(unified);
    }

    @GetMapping(path = RUN + "/diff", produces = MediaType.APPLICATION_JSON_VALUE)
    List<FileDiff> diffByFile(@PathVariable String id) {
        return read.diff(run(id));
    }

    @PostMapping(RUN + "/answer")
    @Operation(summary = "Answer a run that waits for a person; it goes on")
    RunAnswer answer(@PathVariable String id, @RequestBody @Valid AnswerRequest request) {
        return RunAnswer.of(people.answer(run(id), request.text()).after());
    }

    @PostMapping(RUN + "/approve")
    @Operation(summary = "Approve a green change; it is merged")
    RunAnswer approve(@PathVariable String id) {
        return RunAnswer.of(people.approve(run(id)).after());
    }

    @PostMapping(RUN + "/reject")
    @Operation(summary = "Reject a change; the agent is told why and works on")
    RunAnswer reject(@PathVariable String id, @RequestBody @Valid RejectRequest request) {
        return RunAnswer.of(people.reject(run(id), request.reason()).after());
    }

    @PostMapping(RUN + "/cancel")
    @Operation(summary = "Cancel a run; its story goes back to the backlog")
    RunAnswer cancel(@PathVariable String id) {
        return RunAnswer.of(people.cancel(run(id)).after());
    }

    @PostMapping(RUN + "/retry")
    @Operation(summary = "Try a story again from today's main, in a new run")
    ResponseEntity<RunAnswer> retry(@PathVariable String id) {
        var fresh = people.retry(run(id)).after();
        return ResponseEntity.created(URI.create(RUNS + "/" + fresh.id())).body(RunAnswer.of(fresh));
    }

    private static RunId run(String id) {
        return Ids.parse(id).map(RunId::new).orElseThrow(() -> new Refusal.NotFound("run").refused());
    }
}
