package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.SprintId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people write into a story.
 *
 * @param points the effort, 0 to 100
 */
public record StoryContent(
        String title,
        String description,
        List<String> acceptanceCriteria,
        @Nullable Integer points,
        @Nullable Priority priority,
        @Nullable EpicId epic,
        @Nullable SprintId sprint) {

    public static final int TITLE = 500;
    public static final int CRITERIA = 50;
    public static final int CRITERION = 1_000;
    public static final int POINTS = 100;

    /** @throws com.fabricadeagentes.kernel.Refused as invalid, with every rule that is broken */
    public StoryContent {
        title = title.strip();
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        var checks = new Checks()
                .required("title", title, TITLE)
                .text("description", description, Checks.LONG_TEXT)
                .range("points", points, 0, POINTS)
                .that(
                        acceptanceCriteria.size() <= CRITERIA,
                        "acceptance_criteria",
                        "must be at most " + CRITERIA + " criteria");
        for (int i = 0; i < acceptanceCriteria.size(); i++) {
            checks.required("acceptance_criteria[" + i + "]", acceptanceCriteria.get(i), CRITERION);
        }
        checks.orRefuse();
    }

    /** Whether the same is wished for, so that tasks planned for the one serve the other. */
    boolean saysTheSameAs(StoryContent other) {
        return title.equals(other.title)
                && description.equals(other.description)
                && acceptanceCriteria.equals(other.acceptanceCriteria);
    }
}
