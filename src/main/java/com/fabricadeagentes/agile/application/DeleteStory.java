package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.StoryChanged;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.database.Events;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person takes a story off the board, or puts it back. */
@Service
public class DeleteStory {

    private final BoardLock lock;
    private final Columns columns;
    private final RunsOnTheirWay runs;
    private final Stories stories;
    private final Events events;
    private final Stamps stamps;

    DeleteStory(BoardLock lock, Columns columns, RunsOnTheirWay runs, Stories stories, Events events, Stamps stamps) {
        this.lock = lock;
        this.columns = columns;
        this.runs = runs;
        this.stories = stories;
        this.events = events;
        this.stamps = stamps;
    }

    @Requires("story:delete")
    @Audited("story.delete")
    @Transactional
    public Changed<@Nullable Story> delete(String idOrKey, @Nullable Long version) {
        var story = lock.story(idOrKey);
        story.trace().expect(version);
        runs.refuseWhileHeld(List.of(story));
        columns.leave(story);
        stories.save(story.deleted(stamps.now()));
        publishChanged(story);
        return new Changed<>(story.id().value(), story, null);
    }

    /** It comes back to the end of its column. */
    @Requires("story:delete")
    @Audited("story.restore")
    @Transactional
    public Changed<Story> restore(String idOrKey) {
        var deleted = lock.deletedStory(idOrKey);
        var place = stories.count(deleted.project(), deleted.columnOfReturn());
        var story = deleted.restored(place, stamps.now());
        stories.save(story);
        publishChanged(story);
        return Changed.from(story.id(), deleted, story);
    }

    private void publishChanged(Story story) {
        events.publish(
                new StoryChanged(story.id().value(), story.project().value()),
                story.project().value());
    }
}
