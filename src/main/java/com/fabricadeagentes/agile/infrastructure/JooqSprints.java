package com.fabricadeagentes.agile.infrastructure;

import static com.fabricadeagentes.database.schema.Tables.SPRINT;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.agile.domain.Sprint;
import com.fabricadeagentes.agile.domain.SprintStatus;
import com.fabricadeagentes.agile.domain.Sprints;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.SprintRecord;
import com.fabricadeagentes.kernel.Page;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqSprints implements Sprints {

    private static final Keyset KEYSET = new Keyset(SPRINT.ID);

    private final DSLContext jooq;

    JooqSprints(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public Optional<Sprint> find(SprintId id) {
        return find(SPRINT.ID.eq(id.value()), false);
    }

    @Override
    public Optional<Sprint> findDeleted(SprintId id) {
        return find(SPRINT.ID.eq(id.value()), true);
    }

    @Override
    public Optional<Sprint> findActive(ProjectId project) {
        return find(SPRINT.PROJECT_ID.eq(project.value()).and(SPRINT.STATUS.eq(SprintStatus.ACTIVE.name())), false);
    }

    private Optional<Sprint> find(Condition which, boolean deleted) {
        return jooq.selectFrom(SPRINT).where(visible(deleted)).and(which).fetchOptional(JooqSprints::sprint);
    }

    private static Condition visible(boolean deleted) {
        return Tenanted.own(SPRINT)
                .and(Traces.deleted(SPRINT, deleted))
                .and(SPRINT.PROJECT_ID.in(JooqProjects.present()));
    }

    @Override
    public Page<Sprint> list(
            @Nullable ProjectId project, @Nullable SprintStatus status, @Nullable String text, Window window) {
        var query = jooq.selectFrom(SPRINT)
                .where(visible(false))
                .and(Traces.eq(SPRINT.PROJECT_ID, project == null ? null : project.value()))
                .and(Traces.eq(SPRINT.STATUS, status == null ? null : status.name()))
                .and(Traces.contains(text, SPRINT.NAME, SPRINT.GOAL));
        return KEYSET.page(query, window).map(JooqSprints::sprint);
    }

    @Override
    public void add(Sprint sprint) {
        var row = Traces.newRow(row(sprint), sprint.id().value(), sprint.trace());
        row.setProjectId(sprint.project().value());
        jooq.insertInto(SPRINT).set(row).execute();
    }

    @Override
    public void save(Sprint sprint) {
        Traces.update(jooq, row(sprint), sprint.id().value(), sprint.trace());
    }

    private static SprintRecord row(Sprint sprint) {
        var content = sprint.content();
        var row = new SprintRecord();
        row.setName(content.name());
        row.setGoal(content.goal());
        row.setStatus(sprint.status().name());
        row.setStartsOn(text(content.startsOn()));
        row.setEndsOn(text(content.endsOn()));
        return row;
    }

    private static Sprint sprint(SprintRecord row) {
        return new Sprint(
                new SprintId(row.getId()),
                new ProjectId(row.getProjectId()),
                new Sprint.Content(row.getName(), row.getGoal(), date(row.getStartsOn()), date(row.getEndsOn())),
                SprintStatus.valueOf(row.getStatus()),
                Traces.read(row));
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
