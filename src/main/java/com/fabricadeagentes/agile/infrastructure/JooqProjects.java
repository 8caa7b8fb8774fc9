package com.fabricadeagentes.agile.infrastructure;

import static com.fabricadeagentes.database.schema.Tables.PROJECT;

import com.fabricadeagentes.agile.Board.Merge;
import com.fabricadeagentes.agile.Board.RepositoryStatus;
import com.fabricadeagentes.agile.Board.RunLimits;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.ProjectContent;
import com.fabricadeagentes.agile.domain.Projects;
import com.fabricadeagentes.agile.domain.Stack;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.ProjectRecord;
import com.fabricadeagentes.kernel.Page;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqProjects implements Projects {

    private static final Keyset KEYSET = new Keyset(PROJECT.ID);

    private final DSLContext jooq;

    JooqProjects(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The ids of the projects that are there: what belongs to a deleted one is not seen. */
    static Select<? extends org.jooq.Record1<UUID>> present() {
        return DSL.select(PROJECT.ID).from(PROJECT).where(Tenanted.own(PROJECT)).and(Traces.deleted(PROJECT, false));
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return find(PROJECT.ID.eq(id.value()), false);
    }

    @Override
    public Optional<Project> findByKey(String key) {
        return find(PROJECT.PROJECT_KEY.eq(key), false);
    }

    @Override
    public Optional<Project> findDeleted(ProjectId id) {
        return find(PROJECT.ID.eq(id.value()), true);
    }

    @Override
    public Optional<Project> findDeletedByKey(String key) {
        return find(PROJECT.PROJECT_KEY.eq(key), true);
    }

    private Optional<Project> find(Condition which, boolean deleted) {
        return jooq.selectFrom(PROJECT)
                .where(Tenanted.own(PROJECT))
                .and(which)
                .and(Traces.deleted(PROJECT, deleted))
                .fetchOptional(JooqProjects::project);
    }

    @Override
    public Page<Project> list(@Nullable String text, Window window) {
        var query = jooq.selectFrom(PROJECT)
                .where(Tenanted.own(PROJECT))
                .and(Traces.deleted(PROJECT, false))
                .and(Traces.contains(text, PROJECT.PROJECT_KEY, PROJECT.NAME, PROJECT.DESCRIPTION));
        return KEYSET.page(query, window).map(JooqProjects::project);
    }

    @Override
    public boolean add(Project project) {
        var row = Traces.newRow(row(project), project.id().value(), project.trace());
        row.setProjectKey(project.key());
        row.setStack(project.stack().name());
        row.setLastStoryNumber(0L);
        row.setBoardVersion(0L);
        return jooq.insertInto(PROJECT)
                        .set(row)
                        .onConflict(PROJECT.TENANT_ID, PROJECT.PROJECT_KEY)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public void save(Project project) {
        Traces.update(jooq, row(project), project.id().value(), project.trace());
    }

    @Override
    public boolean lock(ProjectId id) {
        return jooq.update(PROJECT)
                        .set(PROJECT.BOARD_VERSION, PROJECT.BOARD_VERSION.plus(1))
                        .where(Tenanted.own(PROJECT))
                        .and(PROJECT.ID.eq(id.value()))
                        .and(Traces.deleted(PROJECT, false))
                        .execute()
                == 1;
    }

    @Override
    public long nextStoryNumber(ProjectId id) {
        return jooq.update(PROJECT)
                .set(PROJECT.LAST_STORY_NUMBER, PROJECT.LAST_STORY_NUMBER.plus(1))
                .where(Tenanted.own(PROJECT))
                .and(PROJECT.ID.eq(id.value()))
                .returningResult(PROJECT.LAST_STORY_NUMBER)
                .fetchSingle()
                .value1();
    }

    private static ProjectRecord row(Project project) {
        var content = project.content();
        var limits = content.limits();
        var row = new ProjectRecord();
        row.setName(content.name());
        row.setDescription(content.description());
        row.setRepositoryUrl(content.repositoryUrl());
        row.setMergeMode(content.merge().name());
        row.setMaxRetries(limits.maxRetries());
        row.setMaxTurns(limits.maxTurns());
        row.setMaxRunMinutes(limits.maxRunMinutes());
        row.setMaxRunCents(limits.maxRunCents());
        row.setRepositoryStatus(project.repositoryStatus().name());
        row.setRepositoryError(project.repositoryError());
        return row;
    }

    private static Project project(ProjectRecord row) {
        return new Project(
                new ProjectId(row.getId()),
                row.getProjectKey(),
                Stack.valueOf(row.getStack()),
                new ProjectContent(
                        row.getName(),
                        row.getDescription(),
                        row.getRepositoryUrl(),
                        Merge.valueOf(row.getMergeMode()),
                        new RunLimits(
                                row.getMaxRetries(), row.getMaxTurns(), row.getMaxRunMinutes(), row.getMaxRunCents())),
                RepositoryStatus.valueOf(row.getRepositoryStatus()),
                row.getRepositoryError(),
                Traces.read(row));
    }
}
