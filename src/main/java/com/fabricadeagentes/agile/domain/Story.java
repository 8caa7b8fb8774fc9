package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryStatus;

/**
 * A wish on the board.
 *
 * @param number counts within the project and is never given twice
 * @param position its place in the column, from 0
 * @param blocked its run waits for a person
 * @param textVersion grows with each change of title, description or criteria
 */
public record Story(
        StoryId id,
        ProjectId project,
        long number,
        String key,
        StoryContent content,
        StoryStatus status,
        int position,
        boolean blocked,
        Planning planning,
        long textVersion,
        Trace trace) {

    public static Story written(Project project, long number, StoryContent content, int position, Stamp stamp) {
        return new Story(
                StoryId.next(),
                project.id(),
                number,
                project.key() + "-" + number,
                content,
                StoryStatus.BACKLOG,
                position,
                false,
                Planning.PENDING,
                1,
                Trace.created(stamp));
    }

    /** A new text makes what was planned void. */
    public Story edited(StoryContent to, Stamp stamp) {
        var same = content.saysTheSameAs(to);
        return copy(
                to,
                status,
                position,
                blocked,
                same ? planning : Planning.PENDING,
                same ? textVersion : textVersion + 1,
                trace.changed(stamp));
    }

    /** A story that changes its column is no longer blocked there. */
    public Story placed(StoryStatus column, int place, Stamp stamp) {
        return copy(content, column, place, blocked && column == status, planning, textVersion, trace.changed(stamp));
    }

    public Story blocked(boolean waits, Stamp stamp) {
        return copy(content, status, position, waits, planning, textVersion, trace.changed(stamp));
    }

    public Story planned(Planning result, Stamp stamp) {
        return copy(content, status, position, blocked, result, textVersion, trace.changed(stamp));
    }

    public Story deleted(Stamp stamp) {
        return copy(content, status, position, blocked, planning, textVersion, trace.deleted(stamp));
    }

    /** The column a deleted story comes back to: never READY, for restoring must not start a run. */
    public StoryStatus columnOfReturn() {
        return status == StoryStatus.READY ? StoryStatus.BACKLOG : status;
    }

    public Story restored(int place, Stamp stamp) {
        return copy(content, columnOfReturn(), place, false, planning, textVersion, trace.restored(stamp));
    }

    /** Whether its tasks are yet to be planned: a story that is done has no need of them. */
    public boolean needsPlan() {
        return planning == Planning.PENDING && status != StoryStatus.DONE;
    }

    private Story copy(
            StoryContent newContent,
            StoryStatus column,
            int place,
            boolean waits,
            Planning plan,
            long version,
            Trace newTrace) {
        return new Story(id, project, number, key, newContent, column, place, waits, plan, version, newTrace);
    }
}
