package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Event;
import java.util.UUID;

/** Something of a story, its tasks or its place changed, other than its column. */
public record StoryChanged(UUID storyId, UUID projectId) implements Event {}
