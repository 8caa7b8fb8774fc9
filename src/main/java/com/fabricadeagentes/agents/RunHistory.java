package com.fabricadeagentes.agents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads a run's events of the bound tenant as the API answers them, for whoever shows a run live. */
public interface RunHistory {

    /** The event at the place in its run; empty where there is none, or it is another tenant's. */
    Optional<JsonNode> event(UUID runId, int seq);

    /** The events after the place, oldest first; 0 is before the first. @param limit how many at most */
    List<JsonNode> after(UUID runId, int seq, int limit);

    /** Whether the run is over, so that no event follows its last. A run that is not there is refused as not found. */
    boolean over(UUID runId);
}
