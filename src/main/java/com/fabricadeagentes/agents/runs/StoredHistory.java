package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agents.RunHistory;
import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Requires;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** The journal as others may read it. */
@Service
class StoredHistory implements RunHistory {

    private final Journal journal;
    private final ReadRuns runs;

    StoredHistory(Journal journal, ReadRuns runs) {
        this.journal = journal;
        this.runs = runs;
    }

    @Override
    @Requires("run:read")
    public Optional<JsonNode> event(UUID run, int seq) {
        return after(run, seq - 1, 1).stream().findFirst();
    }

    @Override
    @Requires("run:read")
    public List<JsonNode> after(UUID run, int seq, int limit) {
        return journal.entries(new RunId(run), seq, limit).stream()
                .<JsonNode>map(Json.MAPPER::valueToTree)
                .toList();
    }

    @Override
    @Requires("run:read")
    public boolean over(UUID run) {
        return !runs.one(new RunId(run)).status().onItsWay();
    }
}
