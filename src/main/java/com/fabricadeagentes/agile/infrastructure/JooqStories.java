package com.fabricadeagentes.agile.infrastructure;

import static com.fabricadeagentes.database.schema.Tables.STORY;

import com.fabricadeagentes.agile.EpicId;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.agile.SprintId;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Planning;
import com.fabricadeagentes.agile.domain.Priority;
import com.fabricadeagentes.agile.domain.Stories;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.StoryContent;
import com.fabricadeagentes.agile.domain.StoryFilter;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.database.schema.tables.records.StoryRecord;
import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqStories implements Stories {

    private static final Keyset KEYSET = new Keyset(STORY.ID, STORY.POSITION, STORY.NUMBER);

    private final DSLContext jooq;

    JooqStories(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public Optional<Story> find(StoryId id) {
        return find(STORY.ID.eq(id.value()), false);
    }

    @Override
    public Optional<Story> findByKey(String key) {
        return find(STORY.STORY_KEY.eq(key), false);
    }

    @Override
    public Optional<Story> findDeleted(StoryId id) {
        return find(STORY.ID.eq(id.value()), true);
    }

    @Override
    public Optional<Story> findDeletedByKey(String key) {
        return find(STORY.STORY_KEY.eq(key), true);
    }

    private Optional<Story> find(Condition which, boolean deleted) {
        return jooq.selectFrom(STORY).where(visible(deleted)).and(which).fetchOptional(JooqStories::story);
    }

    private static Condition visible(boolean deleted) {
        return Tenanted.own(STORY).and(Traces.deleted(STORY, deleted)).and(STORY.PROJECT_ID.in(JooqProjects.present()));
    }

    @Override
    public Page<Story> list(@Nullable ProjectId project, StoryFilter filter, Window window) {
        var query = jooq.selectFrom(STORY)
                .where(visible(false))
                .and(Traces.eq(STORY.PROJECT_ID, uuid(project)))
                .and(Traces.eq(STORY.STATUS, name(filter.status())))
                .and(Traces.eq(STORY.EPIC_ID, uuid(filter.epic())))
                .and(Traces.eq(STORY.SPRINT_ID, uuid(filter.sprint())))
                .and(Traces.eq(STORY.PRIORITY, name(filter.priority())))
                .and(Traces.eq(STORY.BLOCKED, filter.blocked()))
                .and(Traces.contains(filter.text(), STORY.STORY_KEY, STORY.TITLE, STORY.DESCRIPTION));
        return KEYSET.page(query, window).map(JooqStories::story);
    }

    @Override
    public List<Story> inColumns(ProjectId project, List<StoryStatus> columns) {
        return jooq.selectFrom(STORY)
                .where(visible(false))
                .and(STORY.PROJECT_ID.eq(project.value()))
                .and(STORY.STATUS.in(columns.stream().map(StoryStatus::name).toList()))
                .orderBy(STORY.STATUS, STORY.POSITION)
                .fetch(JooqStories::story);
    }

    @Override
    public void add(Story story) {
        var row = Traces.newRow(row(story), story.id().value(), story.trace());
        row.setProjectId(story.project().value());
        row.setNumber(story.number());
        row.setStoryKey(story.key());
        jooq.insertInto(STORY).set(row).execute();
    }

    @Override
    public void save(Story story) {
        Traces.update(jooq, row(story), story.id().value(), story.trace());
    }

    @Override
    public int count(ProjectId project, StoryStatus column) {
        return jooq.fetchCount(jooq.selectOne().from(STORY).where(stands(project, column)));
    }

    @Override
    public void shift(ProjectId project, StoryStatus column, int from, int by) {
        jooq.update(STORY)
                .set(STORY.POSITION, STORY.POSITION.plus(by))
                .where(stands(project, column))
                .and(STORY.POSITION.ge(from))
                .execute();
    }

    private static Condition stands(ProjectId project, StoryStatus column) {
        return Tenanted.own(STORY)
                .and(STORY.PROJECT_ID.eq(project.value()))
                .and(STORY.STATUS.eq(column.name()))
                .and(Traces.deleted(STORY, false));
    }

    @Override
    public Map<StoryStatus, Long> countEverywhere() {
        var counts = new EnumMap<StoryStatus, Long>(StoryStatus.class);
        for (var status : StoryStatus.values()) {
            counts.put(status, 0L);
        }
        jooq.select(STORY.STATUS, DSL.count())
                .from(STORY)
                .where(Traces.deleted(STORY, false))
                .groupBy(STORY.STATUS)
                .forEach(row -> counts.put(
                        StoryStatus.valueOf(row.value1()), row.value2().longValue()));
        return counts;
    }

    private static StoryRecord row(Story story) {
        var content = story.content();
        var row = new StoryRecord();
        row.setTitle(content.title());
        row.setDescription(content.description());
        row.setAcceptanceCriteriaJson(Json.write(content.acceptanceCriteria()));
        row.setPoints(content.points());
        row.setPriority(name(content.priority()));
        row.setEpicId(uuid(content.epic()));
        row.setSprintId(uuid(content.sprint()));
        row.setStatus(story.status().name());
        row.setPosition(story.position());
        row.setBlocked(story.blocked());
        row.setPlanning(story.planning().name());
        row.setTextVersion(story.textVersion());
        return row;
    }

    private static Story story(StoryRecord row) {
        return new Story(
                new StoryId(row.getId()),
                new ProjectId(row.getProjectId()),
                row.getNumber(),
                row.getStoryKey(),
                new StoryContent(
                        row.getTitle(),
                        row.getDescription(),
                        List.of(Json.read(row.getAcceptanceCriteriaJson(), String[].class)),
                        row.getPoints(),
                        map(row.getPriority(), Priority::valueOf),
                        map(row.getEpicId(), EpicId::new),
                        map(row.getSprintId(), SprintId::new)),
                StoryStatus.valueOf(row.getStatus()),
                row.getPosition(),
                row.getBlocked(),
                Planning.valueOf(row.getPlanning()),
                row.getTextVersion(),
                Traces.read(row));
    }

    private static @Nullable UUID uuid(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <A, B> @Nullable B map(@Nullable A value, Function<A, B> change) {
        return value == null ? null : change.apply(value);
    }
}
