package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.StoryChanged;
import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.TaskType;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.Task;
import com.fabricadeagentes.agile.domain.TaskContent;
import com.fabricadeagentes.agile.domain.Tasks;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Requires;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person reads a story's tasks, and adds to or changes what the planner wrote. */
@Service
public class KeepTasks {

    /** What a person may change of a task. */
    public record Sheet(TaskContent content, TaskStatus status) {}

    private final Lookup lookup;
    private final BoardLock lock;
    private final Tasks tasks;
    private final Events events;
    private final Stamps stamps;

    KeepTasks(Lookup lookup, BoardLock lock, Tasks tasks, Events events, Stamps stamps) {
        this.lookup = lookup;
        this.lock = lock;
        this.tasks = tasks;
        this.events = events;
        this.stamps = stamps;
    }

    @Requires("task:read")
    @Transactional(readOnly = true)
    public Task one(String id) {
        return lookup.task(id);
    }

    @Requires("task:read")
    @Transactional(readOnly = true)
    public Page<Task> ofStory(String storyIdOrKey, Window window) {
        return tasks.list(lookup.story(storyIdOrKey).id(), null, null, window);
    }

    /** Null stands for any. */
    @Requires("task:read")
    @Transactional(readOnly = true)
    public Page<Task> list(
            @Nullable String story, @Nullable TaskStatus status, @Nullable TaskType type, Window window) {
        return tasks.list(lookup.storyFilter(story), status, type, window);
    }

    @Requires("task:write")
    @Audited("task.create")
    @Transactional
    public Changed<Task> create(String storyIdOrKey, TaskContent content) {
        var story = lookup.findStory(storyIdOrKey)
                .map(seen -> lock.story(seen.id()))
                .orElseThrow(() -> Refusal.Invalid.field("story_id", "is no story of yours")
                        .refused());
        var task = Task.written(story.id(), content, tasks.nextPosition(story.id()), stamps.now());
        tasks.add(task);
        publishChanged(story);
        return Changed.created(task.id(), task);
    }

    /** @param version the version the change was made from; null for any */
    @Requires("task:write")
    @Audited("task.edit")
    @Transactional
    public Changed<Task> edit(String id, @Nullable Long version, UnaryOperator<Sheet> change) {
        var story = lock.story(lookup.task(id).story());
        var before = lookup.task(id);
        before.trace().expect(version);
        var sheet = change.apply(new Sheet(before.content(), before.status()));
        return saved(story, before, before.edited(sheet.content(), sheet.status(), stamps.now()));
    }

    @Requires("task:delete")
    @Audited("task.delete")
    @Transactional
    public Changed<@Nullable Task> delete(String id, @Nullable Long version) {
        var story = lock.story(lookup.task(id).story());
        var before = lookup.task(id);
        before.trace().expect(version);
        saved(story, before, before.deleted(stamps.now()));
        return new Changed<>(before.id().value(), before, null);
    }

    @Requires("task:delete")
    @Audited("task.restore")
    @Transactional
    public Changed<Task> restore(String id) {
        var story = lock.story(lookup.deletedTask(id).story());
        var before = lookup.deletedTask(id);
        return saved(story, before, before.restored(stamps.now()));
    }

    private Changed<Task> saved(Story story, Task before, Task after) {
        tasks.save(after);
        publishChanged(story);
        return Changed.from(after.id(), before, after);
    }

    private void publishChanged(Story story) {
        events.publish(
                new StoryChanged(story.id().value(), story.project().value()),
                story.project().value());
    }
}
