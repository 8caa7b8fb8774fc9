package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.Board.RepositoryStatus;
import com.fabricadeagentes.agile.ProjectChanged;
import com.fabricadeagentes.agile.ProjectCreated;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person puts a project away with all that belongs to it, or brings it back. Its key stays its own. */
@Service
public class DeleteProject {

    private static final List<StoryStatus> WITH_RUNS =
            List.of(StoryStatus.READY, StoryStatus.IN_PROGRESS, StoryStatus.REVIEW);

    private final BoardLock lock;
    private final Lookup lookup;
    private final RunsOnTheirWay runs;
    private final Projects projects;
    private final Stories stories;
    private final Events events;
    private final Stamps stamps;

    DeleteProject(
            BoardLock lock,
            Lookup lookup,
            RunsOnTheirWay runs,
            Projects projects,
            Stories stories,
            Events events,
            Stamps stamps) {
        this.lock = lock;
        this.lookup = lookup;
        this.runs = runs;
        this.projects = projects;
        this.stories = stories;
        this.events = events;
        this.stamps = stamps;
    }

    @Requires("project:delete")
    @Audited("project.delete")
    @Transactional
    public Changed<@Nullable Project> delete(String idOrKey, @Nullable Long version) {
        var project = lock.project(idOrKey);
        project.trace().expect(version);
        runs.refuseWhileHeld(stories.inColumns(project.id(), WITH_RUNS));
        projects.save(project.deleted(stamps.now()));
        publishChanged(project);
        return new Changed<>(project.id().value(), project, null);
    }

    @Requires("project:delete")
    @Audited("project.restore")
    @Transactional
    public Changed<Project> restore(String idOrKey) {
        var deleted = lookup.deletedProject(idOrKey);
        var project = deleted.restored(stamps.now());
        projects.save(project);
        publishChanged(project);
        if (project.repositoryStatus() == RepositoryStatus.PREPARING) {
            events.publish(
                    new ProjectCreated(project.id().value()), project.id().value());
        }
        return Changed.from(project.id(), deleted, project);
    }

    private void publishChanged(Project project) {
        events.publish(new ProjectChanged(project.id().value()), project.id().value());
    }
}
