package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.kernel.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A time box. It is planned, started once and closed once; a project has one active sprint at most. */
public record Sprint(SprintId id, ProjectId project, Content content, SprintStatus status, Trace trace) {

    public static final int NAME = 200;

    /** @param startsOn the first day @param endsOn the last day, inclusive */
    public record Content(
            String name,
            String goal,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {

        /** @throws com.fabricadeagentes.kernel.Refused as invalid, with every rule that is broken */
        public Content {
            name = name.strip();
            new Checks()
                    .required("name", name, NAME)
                    .text("goal", goal, Checks.LONG_TEXT)
                    .that(
                            startsOn == null || endsOn == null || !endsOn.isBefore(startsOn),
                            "ends_on",
                            "must not be before starts_on")
                    .orRefuse();
        }

        private Content startingOn(LocalDate today) {
            return new Content(name, goal, today, endsOn);
        }
    }

    public static Sprint planned(ProjectId project, Content content, Stamp stamp) {
        return new Sprint(SprintId.next(), project, content, SprintStatus.PLANNED, Trace.created(stamp));
    }

    public Sprint edited(Content to, Stamp stamp) {
        return new Sprint(id, project, to, status, trace.changed(stamp));
    }

    /** @param today becomes the first day where none was planned */
    public Sprint started(LocalDate today, Stamp stamp) {
        require(SprintStatus.PLANNED, "Only a planned sprint can be started; this one is " + status + ".");
        var dated = content.startsOn() == null ? content.startingOn(today) : content;
        return new Sprint(id, project, dated, SprintStatus.ACTIVE, trace.changed(stamp));
    }

    public Sprint closed(Stamp stamp) {
        require(SprintStatus.ACTIVE, "Only an active sprint can be closed; this one is " + status + ".");
        return new Sprint(id, project, content, SprintStatus.CLOSED, trace.changed(stamp));
    }

    public Sprint deleted(Stamp stamp) {
        return new Sprint(id, project, content, status, trace.deleted(stamp));
    }

    public Sprint restored(Stamp stamp) {
        return new Sprint(id, project, content, status, trace.restored(stamp));
    }

    private void require(SprintStatus needed, String otherwise) {
        if (status != needed) {
            throw new Refusal.Conflict("sprint_status", otherwise, Map.of("status", status)).refused();
        }
    }
}
