package com.fabricadeagentes.agile.infrastructure;

import static com.fabricadeagentes.database.schema.Tables.EPIC;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.domain.Epic;
import com.fabricadeagentes.agile.domain.Epics;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.EpicRecord;
import com.fabricadeagentes.kernel.Page;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqEpics implements Epics {

    private static final Keyset KEYSET = new Keyset(EPIC.ID);

    private final DSLContext jooq;

    JooqEpics(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public Optional<Epic> find(EpicId id) {
        return find(id, false);
    }

    @Override
    public Optional<Epic> findDeleted(EpicId id) {
        return find(id, true);
    }

    private Optional<Epic> find(EpicId id, boolean deleted) {
        return jooq.selectFrom(EPIC)
                .where(visible(deleted))
                .and(EPIC.ID.eq(id.value()))
                .fetchOptional(JooqEpics::epic);
    }

    private static Condition visible(boolean deleted) {
        return Tenanted.own(EPIC).and(Traces.deleted(EPIC, deleted)).and(EPIC.PROJECT_ID.in(JooqProjects.present()));
    }

    @Override
    public Page<Epic> list(@Nullable ProjectId project, @Nullable String text, Window window) {
        var query = jooq.selectFrom(EPIC)
                .where(visible(false))
                .and(Traces.eq(EPIC.PROJECT_ID, project == null ? null : project.value()))
                .and(Traces.contains(text, EPIC.TITLE, EPIC.DESCRIPTION));
        return KEYSET.page(query, window).map(JooqEpics::epic);
    }

    @Override
    public void add(Epic epic) {
        var row = Traces.newRow(row(epic), epic.id().value(), epic.trace());
        row.setProjectId(epic.project().value());
        jooq.insertInto(EPIC).set(row).execute();
    }

    @Override
    public void save(Epic epic) {
        Traces.update(jooq, row(epic), epic.id().value(), epic.trace());
    }

    private static EpicRecord row(Epic epic) {
        var row = new EpicRecord();
        row.setTitle(epic.content().title());
        row.setDescription(epic.content().description());
        row.setColor(epic.content().color());
        return row;
    }

    private static Epic epic(EpicRecord row) {
        return new Epic(
                new EpicId(row.getId()),
                new ProjectId(row.getProjectId()),
                new Epic.Content(row.getTitle(), row.getDescription(), row.getColor()),
                Traces.read(row));
    }
}
