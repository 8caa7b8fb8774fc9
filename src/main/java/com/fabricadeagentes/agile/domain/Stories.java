package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.kernel.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stories of the bound tenant whose projects are there; a deleted one is found only where that is said. */
public interface Stories {

    Optional<Story> find(StoryId id);

    Optional<Story> findByKey(String key);

    Optional<Story> findDeleted(StoryId id);

    Optional<Story> findDeletedByKey(String key);

    Page<Story> list(@Nullable ProjectId project, StoryFilter filter, Window window);

    List<Story> inColumns(ProjectId project, List<StoryStatus> columns);

    void add(Story story);

    /** Replaces the version before this one; fails where another is stored. */
    void save(Story story);

    /** How many stories stand in a column. */
    int count(ProjectId project, StoryStatus column);

    /** Moves the stories of a column from a place on (inclusive) by some places. */
    void shift(ProjectId project, StoryStatus column, int from, int by);

    /** Across all tenants; only inside {@code Platform.unbound}. */
    Map<StoryStatus, Long> countEverywhere();
}
