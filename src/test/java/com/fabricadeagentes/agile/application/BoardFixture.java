package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.Board.Merge;
import com.fabricadeagentes.agile.Board.RunLimits;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.ProjectContent;
import com.fabricadeagentes.agile.domain.Stack;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.StoryContent;
import com.fabricadeagentes.agile.domain.StoryFilter;
import com.fabricadeagentes.agile.domain.Window;
import com.fabricadeagentes.database.schema.Tables;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;

/** A node with one tenant, and the use cases of its board at hand. */
final class BoardFixture implements AutoCloseable {

    /** The board alone: no planner writes tasks and no run moves stories behind the test's back. */
    private static final Map<String, String> NO_WORKERS = Map.of("FACTORY_ROLE", "web");

    final Node node;
    final Scope scope;
    private final String url;

    private BoardFixture(Node node, Scope scope, String url) {
        this.node = node;
        this.scope = scope;
        this.url = url;
    }

    static BoardFixture start(Database database, Path home) {
        var url = database.newUrl(home);
        var node = Node.start(home, url, NO_WORKERS);
        return new BoardFixture(node, tenantOn(node, "loja"), url);
    }

    /** Another tenant on the same node. */
    BoardFixture neighbour() {
        return new BoardFixture(node, tenantOn(node, "vizinha"), url);
    }

    /** The same tenant on another node at the same database. */
    BoardFixture secondNode(Path home) {
        return new BoardFixture(Node.start(home, url, NO_WORKERS), scope, url);
    }

    private static Scope tenantOn(Node node, String slug) {
        var tenant = TenantId.next();
        node.bean(DSLContext.class)
                .insertInto(Tables.TENANT)
                .set(Tables.TENANT.ID, tenant.value())
                .set(Tables.TENANT.SLUG, slug)
                .set(Tables.TENANT.NAME, slug)
                .set(Tables.TENANT.CREATED_AT, Instant.parse("2026-11-24T08:00:00Z"))
                .execute();
        return Scope.ofPlatform(tenant, "test");
    }

    Project project(String key) {
        return scope.call(() -> Objects.requireNonNull(bean(CreateProject.class)
                .create(key, Stack.JAVA, named("Loja " + key))
                .after()));
    }

    Story story(String project, String title) {
        return scope.call(
                () -> bean(WriteStory.class).write(project, titled(title)).after());
    }

    Story move(String story, StoryStatus to, int position) {
        return scope.call(
                () -> bean(MoveStory.class).move(story, to, position, null).after());
    }

    Story move(String story, StoryStatus to) {
        return scope.call(
                () -> bean(MoveStory.class).move(story, to, null, null).after());
    }

    void delete(String story) {
        scope.run(() -> bean(DeleteStory.class).delete(story, null));
    }

    void restore(String story) {
        scope.run(() -> bean(DeleteStory.class).restore(story));
    }

    Story read(String story) {
        return scope.call(() -> bean(ReadStories.class).one(story));
    }

    /** The keys of a column, from the top. */
    List<String> column(Project project, StoryStatus status) {
        var filter = new StoryFilter(status, null, null, null, null, null);
        return scope.call(() -> bean(ReadStories.class)
                .list(project.key(), filter, new Window(200, null, "position"))
                .map(Story::key)
                .items());
    }

    Board board() {
        return bean(Board.class);
    }

    <T> T bean(Class<T> type) {
        return node.bean(type);
    }

    static ProjectContent named(String name) {
        return new ProjectContent(name, "", null, Merge.AUTOMATIC, new RunLimits(null, null, null, null));
    }

    static StoryContent titled(String title) {
        return new StoryContent(title, "", List.of(), null, null, null, null);
    }

    static <R extends Refusal> R refusal(Class<R> type, ThrowingCallable work) {
        var thrown = Assertions.catchThrowableOfType(Refused.class, work);
        Assertions.assertThat(thrown).as("a refusal").isNotNull();
        Assertions.assertThat(thrown.refusal()).isInstanceOf(type);
        return type.cast(thrown.refusal());
    }

    @Override
    public void close() {
        node.close();
    }
}
