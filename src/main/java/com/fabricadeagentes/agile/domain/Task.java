package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.TaskId;
import com.fabricadeagentes.agile.TaskStatus;

/** A piece of a story. @param position orders the tasks of a story; gaps mean nothing */
public record Task(TaskId id, StoryId story, TaskContent content, TaskStatus status, int position, Trace trace) {

    public static Task written(StoryId story, TaskContent content, int position, Stamp stamp) {
        return new Task(TaskId.next(), story, content, TaskStatus.TODO, position, Trace.created(stamp));
    }

    public Task edited(TaskContent to, TaskStatus newStatus, Stamp stamp) {
        return new Task(id, story, to, newStatus, position, trace.changed(stamp));
    }

    public Task progressed(TaskStatus to, Stamp stamp) {
        return edited(content, to, stamp);
    }

    public Task deleted(Stamp stamp) {
        return new Task(id, story, content, status, position, trace.deleted(stamp));
    }

    public Task restored(Stamp stamp) {
        return new Task(id, story, content, status, position, trace.restored(stamp));
    }
}
