package com.fabricadeagentes.agile.infrastructure;

import static com.fabricadeagentes.database.schema.Tables.STORY;
import static com.fabricadeagentes.database.schema.Tables.TASK;

import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.TaskId;
import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.TaskType;
import com.fabricadeagentes.agile.domain.Task;
import com.fabricadeagentes.agile.domain.TaskContent;
import com.fabricadeagentes.agile.domain.Tasks;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.TaskRecord;
import com.fabricadeagentes.kernel.Page;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqTasks implements Tasks {

    private static final Keyset KEYSET = new Keyset(TASK.ID, TASK.POSITION);

    private final DSLContext jooq;

    JooqTasks(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return find(id, false);
    }

    @Override
    public Optional<Task> findDeleted(TaskId id) {
        return find(id, true);
    }

    private Optional<Task> find(TaskId id, boolean deleted) {
        return jooq.selectFrom(TASK)
                .where(visible(deleted))
                .and(TASK.ID.eq(id.value()))
                .fetchOptional(JooqTasks::task);
    }

    private static Condition visible(boolean deleted) {
        return Tenanted.own(TASK)
                .and(Traces.deleted(TASK, deleted))
                .and(TASK.STORY_ID.in(DSL.select(STORY.ID)
                        .from(STORY)
                        .where(Tenanted.own(STORY))
                        .and(Traces.deleted(STORY, false))
                        .and(STORY.PROJECT_ID.in(JooqProjects.present()))));
    }

    @Override
    public List<Task> of(StoryId story) {
        return jooq.selectFrom(TASK)
                .where(visible(false))
                .and(TASK.STORY_ID.eq(story.value()))
                .orderBy(TASK.POSITION, TASK.ID)
                .fetch(JooqTasks::task);
    }

    @Override
    public Page<Task> list(
            @Nullable StoryId story, @Nullable TaskStatus status, @Nullable TaskType type, Window window) {
        var query = jooq.selectFrom(TASK)
                .where(visible(false))
                .and(Traces.eq(TASK.STORY_ID, story == null ? null : story.value()))
                .and(Traces.eq(TASK.STATUS, status == null ? null : status.name()))
                .and(Traces.eq(TASK.TYPE, type == null ? null : type.name()));
        return KEYSET.page(query, window).map(JooqTasks::task);
    }

    @Override
    public int nextPosition(StoryId story) {
        return jooq.select(DSL.coalesce(DSL.max(TASK.POSITION).plus(1), 0))
                .from(TASK)
                .where(Tenanted.own(TASK))
                .and(TASK.STORY_ID.eq(story.value()))
                .fetchSingle()
                .value1();
    }

    @Override
    public void add(Task task) {
        var row = Traces.newRow(row(task), task.id().value(), task.trace());
        row.setStoryId(task.story().value());
        row.setPosition(task.position());
        jooq.insertInto(TASK).set(row).execute();
    }

    @Override
    public void save(Task task) {
        Traces.update(jooq, row(task), task.id().value(), task.trace());
    }

    private static TaskRecord row(Task task) {
        var content = task.content();
        var row = new TaskRecord();
        row.setType(content.type().name());
        row.setTitle(content.title());
        row.setDescription(content.description());
        row.setAgentType(content.agentType());
        row.setStatus(task.status().name());
        return row;
    }

    private static Task task(TaskRecord row) {
        return new Task(
                new TaskId(row.getId()),
                new StoryId(row.getStoryId()),
                new TaskContent(
                        TaskType.valueOf(row.getType()), row.getTitle(), row.getDescription(), row.getAgentType()),
                TaskStatus.valueOf(row.getStatus()),
                row.getPosition(),
                Traces.read(row));
    }
}
