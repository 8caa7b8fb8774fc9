package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.ProjectChanged;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.domain.Epic;
import com.fabricadeagentes.agile.domain.Epics;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Requires;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person keeps the themes of a project. Stories keep their epic when it is deleted, so that restoring undoes it. */
@Service
public class KeepEpics {

    private final Lookup lookup;
    private final BoardLock lock;
    private final Epics epics;
    private final Events events;
    private final Stamps stamps;

    KeepEpics(Lookup lookup, BoardLock lock, Epics epics, Events events, Stamps stamps) {
        this.lookup = lookup;
        this.lock = lock;
        this.epics = epics;
        this.events = events;
        this.stamps = stamps;
    }

    @Requires("epic:read")
    @Transactional(readOnly = true)
    public Epic one(String id) {
        return lookup.epic(id);
    }

    /** @param text occurs in title or description; null for any, as is a null project */
    @Requires("epic:read")
    @Transactional(readOnly = true)
    public Page<Epic> list(@Nullable String project, @Nullable String text, Window window) {
        return epics.list(lookup.projectFilter(project), text, window);
    }

    @Requires("epic:write")
    @Audited("epic.create")
    @Transactional
    public Changed<Epic> create(String project, Epic.Content content) {
        var epic = Epic.created(lock.namedProject(project).id(), content, stamps.now());
        epics.add(epic);
        publishChanged(epic.project());
        return Changed.created(epic.id(), epic);
    }

    /** @param version the version the change was made from; null for any */
    @Requires("epic:write")
    @Audited("epic.edit")
    @Transactional
    public Changed<Epic> edit(String id, @Nullable Long version, UnaryOperator<Epic.Content> change) {
        var before = held(id, version);
        var after = before.edited(change.apply(before.content()), stamps.now());
        return saved(before, after);
    }

    @Requires("epic:delete")
    @Audited("epic.delete")
    @Transactional
    public Changed<@Nullable Epic> delete(String id, @Nullable Long version) {
        var before = held(id, version);
        saved(before, before.deleted(stamps.now()));
        return new Changed<>(before.id().value(), before, null);
    }

    @Requires("epic:delete")
    @Audited("epic.restore")
    @Transactional
    public Changed<Epic> restore(String id) {
        lock.hold(lookup.deletedEpic(id).project());
        var before = lookup.deletedEpic(id);
        return saved(before, before.restored(stamps.now()));
    }

    private Epic held(String id, @Nullable Long version) {
        lock.hold(lookup.epic(id).project());
        var epic = lookup.epic(id);
        epic.trace().expect(version);
        return epic;
    }

    private Changed<Epic> saved(Epic before, Epic after) {
        epics.save(after);
        publishChanged(after.project());
        return Changed.from(after.id(), before, after);
    }

    private void publishChanged(ProjectId project) {
        events.publish(new ProjectChanged(project.value()), project.value());
    }
}
