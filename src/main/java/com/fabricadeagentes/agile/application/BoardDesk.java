package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.ProjectChanged;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.StoryChanged;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.TaskId;
import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.domain.Planning;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.agile.domain.Tasks;
import com.fabricadeagentes.database.Events;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Serves the modules below. */
@Service
@Transactional
class BoardDesk implements Board {

    private final Projects projects;
    private final Stories stories;
    private final Tasks tasks;
    private final Lookup lookup;
    private final BoardLock lock;
    private final Columns columns;
    private final PlanTasks plans;
    private final Events events;
    private final Stamps stamps;

    BoardDesk(
            Projects projects,
            Stories stories,
            Tasks tasks,
            Lookup lookup,
            BoardLock lock,
            Columns columns,
            PlanTasks plans,
            Events events,
            Stamps stamps) {
        this.projects = projects;
        this.stories = stories;
        this.tasks = tasks;
        this.lookup = lookup;
        this.lock = lock;
        this.columns = columns;
        this.plans = plans;
        this.events = events;
        this.stamps = stamps;
    }

    @Override
    @Transactional(readOnly = true)
    public Project project(ProjectId id) {
        return projects.find(id).map(Faces::of).orElseThrow(() -> Lookup.none("project"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Project> findProject(String key) {
        return lookup.findProject(key).map(Faces::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Story story(StoryId id) {
        return stories.find(id).map(Faces::of).orElseThrow(() -> Lookup.none("story"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Story> findStory(String idOrKey) {
        return lookup.findStory(idOrKey).map(Faces::of);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Task> tasks(StoryId story) {
        return tasks.of(story).stream().map(Faces::of).toList();
    }

    @Override
    public void repositoryReady(ProjectId id) {
        change(id, project -> project.repositoryReady(stamps.now()));
    }

    @Override
    public void repositoryFailed(ProjectId id, String error) {
        change(id, project -> project.repositoryFailed(error, stamps.now()));
    }

    /** A person may have deleted the project meanwhile; restoring it prepares its repository again. */
    private void change(ProjectId id, UnaryOperator<com.fabricadeagentes.agile.domain.Project> change) {
        if (projects.lock(id)) {
            projects.find(id).map(change).ifPresent(projects::save);
            events.publish(new ProjectChanged(id.value()), id.value());
        }
    }

    @Override
    public boolean planned(StoryId id, long textVersion, List<PlannedTask> planned) {
        var story = lock.story(id);
        if (story.textVersion() != textVersion) {
            return false;
        }
        plans.replace(id, planned);
        stories.save(story.planned(Planning.READY, stamps.now()));
        publishChanged(story);
        return true;
    }

    @Override
    public void planningFailed(StoryId id, long textVersion) {
        var story = lock.story(id);
        if (story.textVersion() == textVersion) {
            stories.save(story.planned(Planning.FAILED, stamps.now()));
            publishChanged(story);
        }
    }

    @Override
    public void taskStarted(TaskId task) {
        progress(task, TaskStatus.IN_PROGRESS);
    }

    @Override
    public void taskDone(TaskId task) {
        progress(task, TaskStatus.DONE);
    }

    /** A person may have deleted the task meanwhile. */
    private void progress(TaskId id, TaskStatus to) {
        tasks.find(id).ifPresent(seen -> {
            var story = lock.story(seen.story());
            tasks.find(id).filter(task -> task.status() != to).ifPresent(task -> {
                tasks.save(task.progressed(to, stamps.now()));
                publishChanged(story);
            });
        });
    }

    @Override
    public void runStarted(StoryId story) {
        columns.move(lock.story(story), StoryStatus.IN_PROGRESS);
    }

    @Override
    public void runInReview(StoryId story) {
        columns.move(lock.story(story), StoryStatus.REVIEW);
    }

    @Override
    public void runReturned(StoryId story) {
        moveUnblocked(story, StoryStatus.IN_PROGRESS);
    }

    @Override
    public void runBlocked(StoryId story) {
        block(lock.story(story), true);
    }

    @Override
    public void runUnblocked(StoryId story) {
        block(lock.story(story), false);
    }

    @Override
    public void runDone(StoryId id) {
        var story = moveUnblocked(id, StoryStatus.DONE);
        columns.progressTasks(story, TaskStatus.DONE);
    }

    @Override
    public void runCancelled(StoryId story) {
        moveUnblocked(story, StoryStatus.BACKLOG);
    }

    @Override
    public void runRetried(StoryId story) {
        moveUnblocked(story, StoryStatus.READY);
    }

    private com.fabricadeagentes.agile.domain.Story moveUnblocked(StoryId id, StoryStatus to) {
        return block(columns.move(lock.story(id), to), false);
    }

    private com.fabricadeagentes.agile.domain.Story block(
            com.fabricadeagentes.agile.domain.Story story, boolean waits) {
        if (story.blocked() == waits) {
            return story;
        }
        var changed = story.blocked(waits, stamps.now());
        stories.save(changed);
        publishChanged(changed);
        return changed;
    }

    private void publishChanged(com.fabricadeagentes.agile.domain.Story story) {
        var project = story.project().value();
        events.publish(new StoryChanged(story.id().value(), project), project);
    }
}
