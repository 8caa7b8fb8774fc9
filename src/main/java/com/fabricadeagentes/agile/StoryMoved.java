package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Event;
import java.util.UUID;

/** A story changed its column, by a person or by its run. */
public record StoryMoved(UUID storyId, UUID projectId, StoryStatus oldStatus, StoryStatus newStatus) implements Event {}
