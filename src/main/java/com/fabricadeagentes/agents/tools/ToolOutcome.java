package com.fabricadeagentes.agents.tools;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a tool call. */
public sealed interface ToolOutcome {

    /** @param treeMayHaveChanged whether the run's files may be others now */
    record Answered(String text, boolean ok, boolean treeMayHaveChanged) implements ToolOutcome {}

    record AskedHuman(String question, List<String> options) implements ToolOutcome {}

    record Finished(String summary) implements ToolOutcome {}

    record Planned(List<Task> tasks) implements ToolOutcome {}

    record Reviewed(boolean approved, List<Finding> findings) implements ToolOutcome {}

    /** @param type {@code development}, {@code test}, {@code documentation}, {@code review} */
    record Task(String type, String title, String description) {}

    record Finding(
            String severity,
            @Nullable String file,
            @Nullable Integer line,
            String text) {}

    static ToolOutcome done(String text) {
        return new Answered(text, true, false);
    }

    static ToolOutcome changed(String text) {
        return new Answered(text, true, true);
    }

    static ToolOutcome failed(String text) {
        return new Answered(text, false, false);
    }
}
