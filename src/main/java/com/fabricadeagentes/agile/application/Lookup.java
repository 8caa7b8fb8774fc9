package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.TaskId;
import com.fabricadeagentes.agile.domain.Epic;
import com.fabricadeagentes.agile.domain.Epics;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.agile.domain.Sprint;
import com.fabricadeagentes.agile.domain.Sprints;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.Task;
import com.fabricadeagentes.agile.domain.Tasks;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refused;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a client names, by id or, where it has one, by key; what is not there is refused. */
@Component
class Lookup {

    private static final Pattern STORY_KEY = Pattern.compile("[A-Z][A-Z0-9]{1,9}-[1-9][0-9]{0,17}");

    private final Projects projects;
    private final Epics epics;
    private final Sprints sprints;
    private final Stories stories;
    private final Tasks tasks;

    Lookup(Projects projects, Epics epics, Sprints sprints, Stories stories, Tasks tasks) {
        this.projects = projects;
        this.epics = epics;
        this.sprints = sprints;
        this.stories = stories;
        this.tasks = tasks;
    }

    Optional<Project> findProject(String idOrKey) {
        var byKey = Project.isKey(idOrKey) ? projects.findByKey(idOrKey) : Optional.<Project>empty();
        return byKey.or(() -> byId(idOrKey, id -> projects.find(new ProjectId(id))));
    }

    Project project(String idOrKey) {
        return findProject(idOrKey).orElseThrow(() -> none("project"));
    }

    Project deletedProject(String idOrKey) {
        findProject(idOrKey).ifPresent(_ -> refuseToRestore("project"));
        var byKey = Project.isKey(idOrKey) ? projects.findDeletedByKey(idOrKey) : Optional.<Project>empty();
        return byKey.or(() -> byId(idOrKey, id -> projects.findDeleted(new ProjectId(id))))
                .orElseThrow(() -> none("deleted project"));
    }

    Optional<Story> findStory(String idOrKey) {
        var byKey = isStoryKey(idOrKey) ? stories.findByKey(idOrKey) : Optional.<Story>empty();
        return byKey.or(() -> byId(idOrKey, id -> stories.find(new StoryId(id))));
    }

    Story story(String idOrKey) {
        return findStory(idOrKey).orElseThrow(() -> none("story"));
    }

    Story deletedStory(String idOrKey) {
        findStory(idOrKey).ifPresent(_ -> refuseToRestore("story"));
        var byKey = isStoryKey(idOrKey) ? stories.findDeletedByKey(idOrKey) : Optional.<Story>empty();
        return byKey.or(() -> byId(idOrKey, id -> stories.findDeleted(new StoryId(id))))
                .orElseThrow(() -> none("deleted story"));
    }

    Optional<Epic> findEpic(EpicId id) {
        return epics.find(id);
    }

    Epic epic(String id) {
        return byId(id, uuid -> epics.find(new EpicId(uuid))).orElseThrow(() -> none("epic"));
    }

    Epic deletedEpic(String id) {
        byId(id, uuid -> epics.find(new EpicId(uuid))).ifPresent(_ -> refuseToRestore("epic"));
        return byId(id, uuid -> epics.findDeleted(new EpicId(uuid))).orElseThrow(() -> none("deleted epic"));
    }

    Optional<Sprint> findSprint(SprintId id) {
        return sprints.find(id);
    }

    Sprint sprint(String id) {
        return byId(id, uuid -> sprints.find(new SprintId(uuid))).orElseThrow(() -> none("sprint"));
    }

    Sprint deletedSprint(String id) {
        byId(id, uuid -> sprints.find(new SprintId(uuid))).ifPresent(_ -> refuseToRestore("sprint"));
        return byId(id, uuid -> sprints.findDeleted(new SprintId(uuid))).orElseThrow(() -> none("deleted sprint"));
    }

    Task task(String id) {
        return byId(id, uuid -> tasks.find(new TaskId(uuid))).orElseThrow(() -> none("task"));
    }

    Task deletedTask(String id) {
        byId(id, uuid -> tasks.find(new TaskId(uuid))).ifPresent(_ -> refuseToRestore("task"));
        return byId(id, uuid -> tasks.findDeleted(new TaskId(uuid))).orElseThrow(() -> none("deleted task"));
    }

    /** For a list: a project that is not there would make it empty, which is hardly what was meant. */
    @Nullable
    ProjectId projectFilter(@Nullable String idOrKey) {
        return idOrKey == null ? null : findProject(idOrKey).map(Project::id).orElseThrow(() -> unknown("project_id"));
    }

    @Nullable
    StoryId storyFilter(@Nullable String idOrKey) {
        return idOrKey == null ? null : findStory(idOrKey).map(Story::id).orElseThrow(() -> unknown("story_id"));
    }

    private static Refused unknown(String parameter) {
        return new Refusal.Malformed("The parameter " + parameter + " names nothing that is there.").refused();
    }

    static Refused none(String what) {
        return new Refusal.NotFound(what).refused();
    }

    private static boolean isStoryKey(String text) {
        return STORY_KEY.matcher(text).matches();
    }

    private static <T> Optional<T> byId(String text, Function<UUID, Optional<T>> find) {
        return Ids.parse(text).flatMap(find);
    }

    private static void refuseToRestore(String what) {
        throw new Refusal.Conflict("not_deleted", "This " + what + " is not deleted.").refused();
    }
}
