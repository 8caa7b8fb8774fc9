package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.TaskId;
import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.TaskType;
import com.fabricadeagentes.kernel.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tasks of the bound tenant; a deleted one is found only where that is said. */
public interface Tasks {

    Optional<Task> find(TaskId id);

    Optional<Task> findDeleted(TaskId id);

    /** In their order. */
    List<Task> of(StoryId story);

    /** Null stands for any. */
    Page<Task> list(@Nullable StoryId story, @Nullable TaskStatus status, @Nullable TaskType type, Window window);

    int nextPosition(StoryId story);

    void add(Task task);

    /** Replaces the version before this one; fails where another is stored. */
    void save(Task task);
}
