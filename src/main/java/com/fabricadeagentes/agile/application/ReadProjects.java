package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person reads about projects. */
@Service
public class ReadProjects {

    private final Lookup lookup;
    private final Projects projects;

    ReadProjects(Lookup lookup, Projects projects) {
        this.lookup = lookup;
        this.projects = projects;
    }

    @Requires("project:read")
    @Transactional(readOnly = true)
    public Project one(String idOrKey) {
        return lookup.project(idOrKey);
    }

    /** @param text occurs in key, name or description; null for any */
    @Requires("project:read")
    @Transactional(readOnly = true)
    public Page<Project> list(@Nullable String text, Window window) {
        return projects.list(text, window);
    }
}
