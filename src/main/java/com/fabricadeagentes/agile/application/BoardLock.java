package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Gives what stands on a project's board to one transaction at a time. The project of a thing never changes, so it is
 * looked up first, the board is locked, and the thing is read again as it is now.
 */
@Component
class BoardLock {

    private final Projects projects;
    private final Stories stories;
    private final Lookup lookup;

    BoardLock(Projects projects, Stories stories, Lookup lookup) {
        this.projects = projects;
        this.stories = stories;
        this.lookup = lookup;
    }

    void hold(ProjectId project) {
        if (!projects.lock(project)) {
            throw Lookup.none("project");
        }
    }

    Project project(String idOrKey) {
        return project(lookup.project(idOrKey).id());
    }

    Project project(ProjectId id) {
        hold(id);
        return projects.find(id).orElseThrow(() -> Lookup.none("project"));
    }

    /** The project that a request's {@code project_id} names. */
    Project namedProject(String idOrKey) {
        return lookup.findProject(idOrKey)
                .map(seen -> project(seen.id()))
                .orElseThrow(() -> Refusal.Invalid.field("project_id", "is no project of yours")
                        .refused());
    }

    Story story(String idOrKey) {
        return story(lookup.story(idOrKey).id());
    }

    Story story(StoryId id) {
        var seen = stories.find(id).orElseThrow(() -> Lookup.none("story"));
        hold(seen.project());
        return stories.find(id).orElseThrow(() -> Lookup.none("story"));
    }

    Story deletedStory(String idOrKey) {
        var seen = lookup.deletedStory(idOrKey);
        hold(seen.project());
        return stories.findDeleted(seen.id()).orElseThrow(() -> Lookup.none("deleted story"));
    }
}
