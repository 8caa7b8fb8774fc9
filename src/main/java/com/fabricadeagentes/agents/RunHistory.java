package com.fabricadeagentes.agents;

import com.fabricadeagentes.agents.runs.Journal;
import com.fabricadeagentes.agents.runs.ReadRuns;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Requires;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** A run's events of the bound tenant as the API answers them, for whoever shows a run live. */
@Service
public class RunHistory {

    private final Journal journal;
    private final ReadRuns runs;

    RunHistory(Journal journal, ReadRuns runs) {
        this.journal = journal;
        this.runs = runs;
    }

    /** The event at the place in its run; empty where there is none, or it is another tenant's. */
    @Requires("run:read")
    public Optional<JsonNode> event(UUID runId, int seq) {
        return after(runId, seq - 1, 1).stream().findFirst();
    }

    /** The events after the place, oldest first; 0 is before the first. @param limit how many at most */
    @Requires("run:read")
    public List<JsonNode> after(UUID runId, int seq, int limit) {
        return journal.entries(new RunId(runId), seq, limit).stream()
                .<JsonNode>map(Json.MAPPER::valueToTree)
                .toList();
    }

    /** Whether the run is over, so that no event follows its last. A run that is not there is refused as not found. */
    @Requires("run:read")
    public boolean over(UUID runId) {
        return !runs.one(new RunId(runId)).status().onItsWay();
    }
}
