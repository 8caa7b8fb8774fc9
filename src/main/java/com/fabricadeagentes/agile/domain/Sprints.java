package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.kernel.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sprints of the bound tenant; a deleted one is found only where that is said. */
public interface Sprints {

    Optional<Sprint> find(SprintId id);

    Optional<Sprint> findDeleted(SprintId id);

    Optional<Sprint> findActive(ProjectId project);

    /** Null stands for any. @param text occurs in name or goal */
    Page<Sprint> list(@Nullable ProjectId project, @Nullable SprintStatus status, @Nullable String text, Window window);

    void add(Sprint sprint);

    /** Replaces the version before this one; fails where another is stored. */
    void save(Sprint sprint);
}
