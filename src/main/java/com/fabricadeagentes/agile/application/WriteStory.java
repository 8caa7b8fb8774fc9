package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.StoryChanged;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.StoryWritten;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.StoryContent;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Requires;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person writes a story, or writes it anew; its tasks are planned in the background. */
@Service
public class WriteStory {

    private final BoardLock lock;
    private final StoryReferences references;
    private final Projects projects;
    private final Stories stories;
    private final Events events;
    private final Stamps stamps;

    WriteStory(
            BoardLock lock,
            StoryReferences references,
            Projects projects,
            Stories stories,
            Events events,
            Stamps stamps) {
        this.lock = lock;
        this.references = references;
        this.projects = projects;
        this.stories = stories;
        this.events = events;
        this.stamps = stamps;
    }

    /** Puts a new story at the end of the BACKLOG. */
    @Requires("story:write")
    @Audited("story.write")
    @Transactional
    public Changed<Story> write(String projectIdOrKey, StoryContent content) {
        var project = lock.namedProject(projectIdOrKey);
        references.check(project.id(), null, content);
        var story = Story.written(
                project,
                projects.nextStoryNumber(project.id()),
                content,
                stories.count(project.id(), StoryStatus.BACKLOG),
                stamps.now());
        stories.add(story);
        publishWritten(story);
        return Changed.created(story.id(), story);
    }

    /**
     * Changes what is written in a story.
     *
     * @param version the version the change was made from; null for any
     * @param change from what is written now to what shall be
     */
    @Requires("story:write")
    @Audited("story.edit")
    @Transactional
    public Changed<Story> edit(String idOrKey, @Nullable Long version, UnaryOperator<StoryContent> change) {
        var before = lock.story(idOrKey);
        before.trace().expect(version);
        var after = before.edited(change.apply(before.content()), stamps.now());
        references.check(before.project(), before.content(), after.content());
        stories.save(after);
        if (after.textVersion() > before.textVersion() && after.needsPlan()) {
            publishWritten(after);
        } else {
            events.publish(
                    new StoryChanged(after.id().value(), after.project().value()),
                    after.project().value());
        }
        return Changed.from(after.id(), before, after);
    }

    private void publishWritten(Story story) {
        events.publish(
                new StoryWritten(story.id().value(), story.project().value(), story.textVersion()),
                story.project().value());
    }
}
