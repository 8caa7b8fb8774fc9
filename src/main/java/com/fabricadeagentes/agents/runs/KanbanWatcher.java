package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryMoved;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.database.EventListener;
import org.springframework.stereotype.Component;

/** A story that comes to READY gets a run. */
@Component
class KanbanWatcher implements EventListener<StoryMoved> {

    private final StartRuns starts;

    KanbanWatcher(StartRuns starts) {
        this.starts = starts;
    }

    @Override
    public String name() {
        return "kanban-watcher";
    }

    @Override
    public Class<StoryMoved> type() {
        return StoryMoved.class;
    }

    @Override
    public void on(StoryMoved event) {
        if (event.newStatus() == StoryStatus.READY) {
            starts.start(new StoryId(event.storyId()));
        }
    }
}
