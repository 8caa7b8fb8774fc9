package com.fabricadeagentes.agile;

import com.fabricadeagentes.kernel.Event;
import java.util.UUID;

/** A story's text is new: its tasks are to be planned. */
public record StoryWritten(UUID storyId, UUID projectId, long textVersion) implements Event {}
