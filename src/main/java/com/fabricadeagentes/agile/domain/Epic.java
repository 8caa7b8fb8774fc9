package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.ProjectId;
import org.jspecify.annotations.Nullable;

/** A theme that groups the stories of a project. */
public record Epic(EpicId id, ProjectId project, Content content, Trace trace) {

    public static final int TITLE = 500;

    /** @param color how it is shown, as {@code #1f6feb}; null for the usual */
    public record Content(
            String title, String description, @Nullable String color) {

        /** @throws com.fabricadeagentes.kernel.Refused as invalid, with every rule that is broken */
        public Content {
            title = title.strip();
            new Checks()
                    .required("title", title, TITLE)
                    .text("description", description, Checks.LONG_TEXT)
                    .that(color == null || color.matches("#[0-9a-fA-F]{6}"), "color", "must be as #1f6feb")
                    .orRefuse();
        }
    }

    public static Epic created(ProjectId project, Content content, Stamp stamp) {
        return new Epic(EpicId.next(), project, content, Trace.created(stamp));
    }

    public Epic edited(Content to, Stamp stamp) {
        return new Epic(id, project, to, trace.changed(stamp));
    }

    public Epic deleted(Stamp stamp) {
        return new Epic(id, project, content, trace.deleted(stamp));
    }

    public Epic restored(Stamp stamp) {
        return new Epic(id, project, content, trace.restored(stamp));
    }
}
