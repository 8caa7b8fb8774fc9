package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.ProjectCreated;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.ProjectContent;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.agile.domain.Stack;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.kernel.Requires;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person begins a project; its repository is prepared in the background. */
@Service
public class CreateProject {

    private final Projects projects;
    private final Events events;
    private final Stamps stamps;

    CreateProject(Projects projects, Events events, Stamps stamps) {
        this.projects = projects;
        this.events = events;
        this.stamps = stamps;
    }

    @Requires("project:write")
    @Audited("project.create")
    @Transactional
    public Changed<Project> create(String key, Stack stack, ProjectContent content) {
        var project = Project.created(key, stack, content, stamps.now());
        if (!projects.add(project)) {
            throw taken(key);
        }
        events.publish(new ProjectCreated(project.id().value()), project.id().value());
        return Changed.created(project.id(), project);
    }

    private Refused taken(String key) {
        var detail = projects.findDeletedByKey(key).isPresent()
                ? "A deleted project has the key " + key + "; restore it, or take another key."
                : "There is a project with the key " + key + "; take another key.";
        return new Refusal.Conflict("duplicate_key", detail).refused();
    }
}
