package com.fabricadeagentes.agile.application;

import static com.fabricadeagentes.agile.application.BoardFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agile.Board.PlannedTask;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.TaskType;
import com.fabricadeagentes.agile.domain.Planning;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.support.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoryWayTest {

    private static final List<PlannedTask> PLAN = List.of(
            new PlannedTask(TaskType.DEVELOPMENT, "Guardar produtos", "", "code_generator"),
            new PlannedTask(TaskType.TEST, "Testar as regras", "", "test_writer"),
            new PlannedTask(TaskType.DOCUMENTATION, "Descrever a API", "", "doc_writer"));

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_story_goes_its_way_through_the_columns(Database database, @TempDir Path home) {
        try (var board = BoardFixture.start(database, home)) {
            board.project("SHOP");
            var story = board.story("SHOP", "  Cadastro de produtos ");
            assertThat(story.key()).isEqualTo("SHOP-1");
            assertThat(story.content().title()).isEqualTo("Cadastro de produtos");
            assertThat(story.planning()).isEqualTo(Planning.PENDING);

            board.scope.run(() -> {
                var face = board.board();
                assertThat(face.planned(story.id(), 2, PLAN)).isFalse();
                assertThat(face.planned(story.id(), 1, PLAN)).isTrue();
                assertThat(board.move("SHOP-1", StoryStatus.READY).status()).isEqualTo(StoryStatus.READY);
                face.runStarted(story.id());
                face.taskStarted(face.tasks(story.id()).getFirst().id());
                face.runBlocked(story.id());
                assertThat(face.story(story.id()).blocked()).isTrue();
                face.runReturned(story.id());
                assertThat(face.story(story.id()).blocked()).isFalse();
                face.runInReview(story.id());
                face.runDone(story.id());
                assertThat(face.story(story.id()).status()).isEqualTo(StoryStatus.DONE);
                assertThat(face.tasks(story.id())).hasSize(3).allMatch(task -> task.status() == TaskStatus.DONE);
                board.move("SHOP-1", StoryStatus.BACKLOG);
                assertThat(face.tasks(story.id())).allMatch(task -> task.status() == TaskStatus.TODO);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void an_illegal_move_is_refused_with_what_would_be_legal(Database database, @TempDir Path home) {
        try (var board = BoardFixture.start(database, home)) {
            board.project("SHOP");
            board.story("SHOP", "Cadastro de produtos");
            var conflict = refusal(Refusal.Conflict.class, () -> board.move("SHOP-1", StoryStatus.DONE));
            assertThat(conflict.more()).containsEntry("allowed", List.of(StoryStatus.READY, StoryStatus.IN_PROGRESS));
            assertThat(board.read("SHOP-1").status()).isEqualTo(StoryStatus.BACKLOG);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_story_of_another_tenant_is_not_found(Database database, @TempDir Path home) {
        try (var board = BoardFixture.start(database, home)) {
            var neighbour = board.neighbour();
            board.project("SHOP");
            var story = board.story("SHOP", "Cadastro de produtos");
            refusal(Refusal.NotFound.class, () -> neighbour.read(story.id().toString()));
            refusal(Refusal.NotFound.class, () -> neighbour.read("SHOP-1"));
            refusal(Refusal.NotFound.class, () -> neighbour.move("SHOP-1", StoryStatus.READY));
            refusal(Refusal.Invalid.class, () -> neighbour.story("SHOP", "Na casa do outro"));
            assertThat(neighbour.project("SHOP").key()).isEqualTo("SHOP");
            assertThat(neighbour.story("SHOP", "Na própria casa").key()).isEqualTo("SHOP-1");
        }
    }
}
