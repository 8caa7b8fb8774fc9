package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.Board.RepositoryStatus;
import com.fabricadeagentes.agile.ProjectChanged;
import com.fabricadeagentes.agile.ProjectCreated;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.ProjectContent;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Requires;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person changes a project's settings. */
@Service
public class EditProject {

    private final BoardLock lock;
    private final Projects projects;
    private final Events events;
    private final Stamps stamps;

    EditProject(BoardLock lock, Projects projects, Events events, Stamps stamps) {
        this.lock = lock;
        this.projects = projects;
        this.events = events;
        this.stamps = stamps;
    }

    /**
     * Changes a project.
     *
     * @param version the version the change was made from; null for any
     * @param change from what is set now to what shall be
     */
    @Requires("project:write")
    @Audited("project.edit")
    @Transactional
    public Changed<Project> edit(String idOrKey, @Nullable Long version, UnaryOperator<ProjectContent> change) {
        var before = lock.project(idOrKey);
        before.trace().expect(version);
        var after = before.edited(change.apply(before.content()), stamps.now());
        projects.save(after);
        var id = after.id().value();
        events.publish(new ProjectChanged(id), id);
        if (after.repositoryStatus() == RepositoryStatus.PREPARING
                && before.repositoryStatus() == RepositoryStatus.FAILED) {
            events.publish(new ProjectCreated(id), id);
        }
        return Changed.from(after.id(), before, after);
    }
}
