package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.StoryChanged;
import com.fabricadeagentes.agile.StoryMoved;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.StoryWritten;
import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.Tasks;
import com.fabricadeagentes.database.Events;
import org.springframework.stereotype.Component;

/** Puts stories into columns, whose places stay 0, 1, 2 … without gaps. Works on a locked board only. */
@Component
class Columns {

    private final Stories stories;
    private final Tasks tasks;
    private final Events events;
    private final Stamps stamps;

    Columns(Stories stories, Tasks tasks, Events events, Stamps stamps) {
        this.stories = stories;
        this.tasks = tasks;
        this.events = events;
        this.stamps = stamps;
    }

    /** Moves a story to the end of a column; of no effect where it already is in it. */
    Story move(Story story, StoryStatus to) {
        return story.status() == to ? story : move(story, to, Integer.MAX_VALUE);
    }

    /** Moves a story to a place in a column, or as near to it as there are places. */
    Story move(Story story, StoryStatus to, int wished) {
        var others = stories.count(story.project(), to) - (to == story.status() ? 1 : 0);
        var place = Math.clamp(wished, 0, others);
        if (to == story.status() && place == story.position()) {
            return story;
        }
        leave(story);
        stories.shift(story.project(), to, place, 1);
        var moved = story.placed(to, place, stamps.now());
        stories.save(moved);
        tell(story, moved);
        return moved;
    }

    /** Closes the gap behind a story that goes. */
    void leave(Story story) {
        stories.shift(story.project(), story.status(), story.position() + 1, -1);
    }

    private void tell(Story before, Story after) {
        var id = after.id().value();
        var project = after.project().value();
        if (before.status() == after.status()) {
            events.publish(new StoryChanged(id, project), project);
            return;
        }
        switch (after.status()) {
            case BACKLOG, READY -> progressTasks(after, TaskStatus.TODO);
            case IN_PROGRESS, REVIEW, DONE -> {}
        }
        events.publish(new StoryMoved(id, project, before.status(), after.status()), project);
        if (!before.needsPlan() && after.needsPlan()) {
            events.publish(new StoryWritten(id, project, after.textVersion()), project);
        }
    }

    /** What is not on main is yet to be done. */
    void progressTasks(Story story, TaskStatus to) {
        var stamp = stamps.now();
        tasks.of(story.id()).stream()
                .filter(task -> task.status() != to)
                .forEach(task -> tasks.save(task.progressed(to, stamp)));
    }
}
