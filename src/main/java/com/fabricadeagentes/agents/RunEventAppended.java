package com.fabricadeagentes.agents;

import com.fabricadeagentes.kernel.Event;
import java.util.UUID;

/** A run's history grew by one. @param seq the event's place in its run */
public record RunEventAppended(UUID runId, UUID storyId, UUID projectId, int seq, String type) implements Event {}
