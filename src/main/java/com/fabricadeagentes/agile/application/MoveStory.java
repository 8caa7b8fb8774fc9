package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.StoryRuns.Hold;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.StoryMoves;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person moves a story on the board; to READY, that starts its run, and back to BACKLOG, that cancels it. */
@Service
public class MoveStory {

    private final BoardLock lock;
    private final Columns columns;
    private final RunsOnTheirWay runs;

    MoveStory(BoardLock lock, Columns columns, RunsOnTheirWay runs) {
        this.lock = lock;
        this.columns = columns;
        this.runs = runs;
    }

    /**
     * Moves a story.
     *
     * @param position from 0; null for the end of another column, or to stay in place in the same
     * @param version the version the move was made from; null for any
     */
    @Requires("story:move")
    @Audited("story.move")
    @Transactional
    public Changed<Story> move(String idOrKey, StoryStatus to, @Nullable Integer position, @Nullable Long version) {
        var story = lock.story(idOrKey);
        story.trace().expect(version);
        var hold = runs.holdOn(story);
        StoryMoves.refusal(story.status(), to, hold).ifPresent(refusal -> {
            throw refusal.refused();
        });
        if (hold == Hold.ON_ITS_WAY && to != story.status()) {
            runs.cancel(story);
            return Changed.from(story.id(), story, moved(lock.story(story.id()), to, position));
        }
        return Changed.from(story.id(), story, moved(story, to, position));
    }

    private Story moved(Story story, StoryStatus to, @Nullable Integer position) {
        return position == null ? columns.move(story, to) : columns.move(story, to, position);
    }
}
