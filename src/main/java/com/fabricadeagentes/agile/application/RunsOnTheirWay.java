package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.StoryRuns;
import com.fabricadeagentes.agile.StoryRuns.Hold;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps what a run works on from vanishing under it. */
@Component
class RunsOnTheirWay {

    private final ObjectProvider<StoryRuns> runs;

    RunsOnTheirWay(ObjectProvider<StoryRuns> runs) {
        this.runs = runs;
    }

    Hold holdOn(Story story) {
        var present = runs.getIfAvailable();
        return present == null ? Hold.NONE : present.holdOn(story.id());
    }

    void cancel(Story story) {
        runs.ifAvailable(present -> present.cancel(story.id()));
    }

    void refuseWhileHeld(List<Story> stories) {
        var held = stories.stream()
                .filter(story -> holdOn(story) != Hold.NONE)
                .map(Story::key)
                .toList();
        if (!held.isEmpty()) {
            throw new Refusal.Conflict(
                            "run_on_its_way",
                            "A run is on its way for " + String.join(", ", held) + "; cancel it first.",
                            Map.of("stories", held))
                    .refused();
        }
    }
}
