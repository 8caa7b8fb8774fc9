package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The epics of the bound tenant; a deleted one is found only where that is said. */
public interface Epics {

    Optional<Epic> find(EpicId id);

    Optional<Epic> findDeleted(EpicId id);

    /** Null stands for any. @param text occurs in title or description */
    Page<Epic> list(@Nullable ProjectId project, @Nullable String text, Window window);

    void add(Epic epic);

    /** Replaces the version before this one; fails where another is stored. */
    void save(Epic epic);
}
