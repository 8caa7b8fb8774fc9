package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The projects of the bound tenant; a deleted one is found only where that is said. */
public interface Projects {

    Optional<Project> find(ProjectId id);

    Optional<Project> findByKey(String key);

    Optional<Project> findDeleted(ProjectId id);

    Optional<Project> findDeletedByKey(String key);

    /** @param text occurs in key, name or description; null for any */
    Page<Project> list(@Nullable String text, Window window);

    /** @return whether it was added: not where its key is taken, be it by a deleted project */
    boolean add(Project project);

    /** Replaces the version before this one; fails where another is stored. */
    void save(Project project);

    /**
     * Waits for the board of a project and keeps it until the transaction ends: who changes what stands on it does so
     * alone. What was read before may be stale.
     *
     * @return whether there is such a project
     */
    boolean lock(ProjectId id);

    /** The number of the next story; call it with the board locked. */
    long nextStoryNumber(ProjectId id);
}
