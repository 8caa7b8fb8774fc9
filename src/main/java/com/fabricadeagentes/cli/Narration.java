package com.fabricadeagentes.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells a run's events as lines for a person, each with the time since the run began. Pure: it reads no clock. */
final class Narration {

    private static final int WIDTH = 100;
    private static final int LONG = 2_000;
    private static final List<String> TOOL_SUBJECTS = List.of("command", "path", "pattern");

    private final Style style;
    private @Nullable Instant began;

    Narration(Style style) {
        this.style = style;
    }

    /** The lines of one event as {@code GET /api/v1/runs/{id}/events} answers it; none where it tells nothing new. */
    List<String> tell(JsonNode event) {
        var at = Instant.parse(event.path("at").asString());
        var first = began == null ? at : began;
        began = first;
        var time = style.faint("%6s ".formatted(Text.clock(Duration.between(first, at))));
        return lines(event.path("type").asString(), event.path("data"))
                .map(line -> time + line)
                .toList();
    }

    private Stream<String> lines(String type, JsonNode data) {
        return switch (type) {
            case "run_started" ->
                Stream.of("Started with %s, from %s".formatted(text(data, "model"), commit(data, "base")));
            case "phase_started" -> Stream.of(style.strong(text(data, "phase")) + attempt(data));
            case "plan" -> planned(data.path("tasks"));
            case "task_started" -> Stream.of("task " + (data.path("index").asInt() + 1) + " begins");
            case "tool_used" -> Stream.of("  " + tool(data));
            case "gate" -> Stream.of(gate(data));
            case "reviewed" -> reviewed(data);
            case "question" -> Stream.of(style.warning("Question: ") + text(data, "question", LONG));
            case "help_needed" -> Stream.of(style.warning("Needs you: ") + text(data, "reason", LONG));
            case "answered" -> Stream.of("Answered: " + (text(data, "word") + " " + text(data, "text")).strip());
            case "limit_reached" ->
                Stream.of(style.warning("Limit reached: ") + text(data, "limit") + ", " + text(data, "detail", LONG));
            case "model_failed" ->
                Stream.of(style.warning("Model failed: ") + text(data, "kind") + ", " + text(data, "message"));
            case "dependencies_prepared" -> Stream.of("Dependencies: " + text(data, "summary"));
            case "rebased" -> Stream.of("Main has moved; the change now stands on " + commit(data, "onto"));
            case "conflicted" -> Stream.of(style.warning("Conflict with main in ") + paths(data.path("paths")));
            case "committed" -> Stream.of("Committed " + commit(data, "commit") + " on " + text(data, "branch"));
            case "merged" -> Stream.of("Merged " + commit(data, "commit") + " onto " + commit(data, "onto"));
            default -> Stream.empty();
        };
    }

    private static String attempt(JsonNode data) {
        var attempt = data.path("attempt").asInt(0);
        return attempt > 0 ? " (attempt " + attempt + ")" : "";
    }

    private static Stream<String> planned(JsonNode tasks) {
        return tasks.valueStream().map(task -> "  task: " + text(task, "title"));
    }

    private String tool(JsonNode data) {
        var input = data.path("input");
        var subject = TOOL_SUBJECTS.stream()
                .map(input::path)
                .filter(JsonNode::isString)
                .findFirst()
                .map(found -> " " + Text.line(found.asString(), WIDTH))
                .orElse("");
        var ended = data.path("ok").asBoolean() ? style.good("ok") : style.bad("failed");
        return "%s%s  %s  %s".formatted(text(data, "name"), subject, ended, millis(data));
    }

    private String gate(JsonNode data) {
        var ended = data.path("ok").asBoolean() ? style.good("pass") : style.bad("FAIL");
        return "  %s gate: %s%s  %s".formatted(text(data, "phase"), ended, counts(data.path("tests")), millis(data));
    }

    private static String counts(JsonNode tests) {
        return tests.isObject()
                ? ", %d passed, %d failed, %d skipped"
                        .formatted(
                                tests.path("passed").asInt(),
                                tests.path("failed").asInt(),
                                tests.path("skipped").asInt())
                : "";
    }

    private Stream<String> reviewed(JsonNode data) {
        var verdict = data.path("approved").asBoolean() ? style.good("approved") : style.bad("wants changes");
        var findings = data.path("findings").valueStream().map(Narration::finding);
        return Stream.concat(Stream.of("  review by %s: %s".formatted(text(data, "agent"), verdict)), findings);
    }

    private static String finding(JsonNode finding) {
        var place = Optional.of(text(finding, "file")).filter(file -> !file.isEmpty());
        return "    %s%s: %s"
                .formatted(
                        text(finding, "severity"), place.map(file -> " " + file).orElse(""), text(finding, "text"));
    }

    private static String paths(JsonNode paths) {
        return Text.line(
                String.join(", ", paths.valueStream().map(JsonNode::asString).toList()), WIDTH);
    }

    private static String millis(JsonNode data) {
        return data.path("duration_ms").asLong() + " ms";
    }

    private static String commit(JsonNode data, String field) {
        var id = text(data, field);
        return id.substring(0, Math.min(id.length(), 10));
    }

    private static String text(JsonNode data, String field) {
        return text(data, field, WIDTH);
    }

    private static String text(JsonNode data, String field, int width) {
        return Text.line(data.path(field).asString(""), width);
    }
}
