package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.ProjectChanged;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.domain.Sprint;
import com.fabricadeagentes.agile.domain.SprintStatus;
import com.fabricadeagentes.agile.domain.Sprints;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Requires;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person plans, starts and closes sprints. Stories stay in a closed sprint; it takes no new ones. */
@Service
public class PlanSprints {

    private final Lookup lookup;
    private final BoardLock lock;
    private final Sprints sprints;
    private final Events events;
    private final Stamps stamps;

    PlanSprints(Lookup lookup, BoardLock lock, Sprints sprints, Events events, Stamps stamps) {
        this.lookup = lookup;
        this.lock = lock;
        this.sprints = sprints;
        this.events = events;
        this.stamps = stamps;
    }

    @Requires("sprint:read")
    @Transactional(readOnly = true)
    public Sprint one(String id) {
        return lookup.sprint(id);
    }

    /** @param text occurs in name or goal; null for any, as are a null project and status */
    @Requires("sprint:read")
    @Transactional(readOnly = true)
    public Page<Sprint> list(
            @Nullable String project, @Nullable SprintStatus status, @Nullable String text, Window window) {
        return sprints.list(lookup.projectFilter(project), status, text, window);
    }

    @Requires("sprint:write")
    @Audited("sprint.create")
    @Transactional
    public Changed<Sprint> create(String project, Sprint.Content content) {
        var sprint = Sprint.planned(lock.namedProject(project).id(), content, stamps.now());
        sprints.add(sprint);
        publishChanged(sprint.project());
        return Changed.created(sprint.id(), sprint);
    }

    /** @param version the version the change was made from; null for any */
    @Requires("sprint:write")
    @Audited("sprint.edit")
    @Transactional
    public Changed<Sprint> edit(String id, @Nullable Long version, UnaryOperator<Sprint.Content> change) {
        var before = held(id, version);
        return saved(before, before.edited(change.apply(before.content()), stamps.now()));
    }

    @Requires("sprint:write")
    @Audited("sprint.start")
    @Transactional
    public Changed<Sprint> start(String id) {
        var before = held(id, null);
        var after = before.started(stamps.today(), stamps.now());
        refuseSecondActive(after);
        return saved(before, after);
    }

    @Requires("sprint:write")
    @Audited("sprint.close")
    @Transactional
    public Changed<Sprint> close(String id) {
        var before = held(id, null);
        return saved(before, before.closed(stamps.now()));
    }

    @Requires("sprint:delete")
    @Audited("sprint.delete")
    @Transactional
    public Changed<@Nullable Sprint> delete(String id, @Nullable Long version) {
        var before = held(id, version);
        saved(before, before.deleted(stamps.now()));
        return new Changed<>(before.id().value(), before, null);
    }

    @Requires("sprint:delete")
    @Audited("sprint.restore")
    @Transactional
    public Changed<Sprint> restore(String id) {
        lock.hold(lookup.deletedSprint(id).project());
        var before = lookup.deletedSprint(id);
        if (before.status() == SprintStatus.ACTIVE) {
            refuseSecondActive(before);
        }
        return saved(before, before.restored(stamps.now()));
    }

    private void refuseSecondActive(Sprint sprint) {
        sprints.findActive(sprint.project()).ifPresent(active -> {
            throw new Refusal.Conflict(
                            "sprint_active",
                            "The sprint \"" + active.content().name() + "\" is active; close it first.",
                            Map.of("active", active.id().toString()))
                    .refused();
        });
    }

    private Sprint held(String id, @Nullable Long version) {
        lock.hold(lookup.sprint(id).project());
        var sprint = lookup.sprint(id);
        sprint.trace().expect(version);
        return sprint;
    }

    private Changed<Sprint> saved(Sprint before, Sprint after) {
        sprints.save(after);
        publishChanged(after.project());
        return Changed.from(after.id(), before, after);
    }

    private void publishChanged(ProjectId project) {
        events.publish(new ProjectChanged(project.value()), project.value());
    }
}
