package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.agile.domain.SprintStatus;
import com.fabricadeagentes.agile.domain.StoryContent;
import com.fabricadeagentes.kernel.Refusal.FieldError;
import com.fabricadeagentes.kernel.Refusal.Invalid;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A story's epic and sprint are of its own project. Those it already has are not asked about again. */
@Component
class StoryReferences {

    private final Lookup lookup;

    StoryReferences(Lookup lookup) {
        this.lookup = lookup;
    }

    void check(ProjectId project, @Nullable StoryContent before, StoryContent after) {
        var errors = new ArrayList<FieldError>();
        var epic = after.epic();
        if (epic != null && !Objects.equals(epic, before == null ? null : before.epic()) && !fits(project, epic)) {
            errors.add(new FieldError("epic_id", "is no epic of this project"));
        }
        var sprint = after.sprint();
        if (sprint != null
                && !Objects.equals(sprint, before == null ? null : before.sprint())
                && !fits(project, sprint)) {
            errors.add(new FieldError("sprint_id", "is no planned or active sprint of this project"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors).refused();
        }
    }

    private boolean fits(ProjectId project, EpicId id) {
        return lookup.findEpic(id)
                .filter(epic -> epic.project().equals(project))
                .isPresent();
    }

    private boolean fits(ProjectId project, SprintId id) {
        return lookup.findSprint(id)
                .filter(sprint -> sprint.project().equals(project) && sprint.status() != SprintStatus.CLOSED)
                .isPresent();
    }
}
