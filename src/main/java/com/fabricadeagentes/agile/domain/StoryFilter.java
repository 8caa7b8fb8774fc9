package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.agile.StoryStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which stories are wished for; null stands for any.
 *
 * @param text occurs in key, title or description
 */
public record StoryFilter(
        @Nullable StoryStatus status,
        @Nullable EpicId epic,
        @Nullable SprintId sprint,
        @Nullable Priority priority,
        @Nullable Boolean blocked,
        @Nullable String text) {}
