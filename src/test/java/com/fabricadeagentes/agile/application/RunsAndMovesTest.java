package com.fabricadeagentes.agile.application;

import static com.fabricadeagentes.agile.application.BoardFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryRuns;
import com.fabricadeagentes.agile.StoryRuns.Hold;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.support.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

class RunsAndMovesTest {

    /** Runs that hold every story alike; a cancelled one lets go and sends its story back, as the real ones do. */
    private static final class Held implements StoryRuns {

        private final List<StoryId> cancelled = new ArrayList<>();
        private final BoardFixture board;
        private Hold hold;

        Held(BoardFixture board, Hold hold) {
            this.board = board;
            this.hold = hold;
        }

        @Override
        public Hold holdOn(StoryId story) {
            return hold;
        }

        @Override
        public void cancel(StoryId story) {
            cancelled.add(story);
            hold = Hold.NONE;
            board.board().runCancelled(story);
        }

        RunsOnTheirWay asSeenByUseCases() {
            var beans = new StaticListableBeanFactory(Map.of("runs", this));
            return new RunsOnTheirWay(beans.getBeanProvider(StoryRuns.class));
        }

        Story move(String story, StoryStatus to) {
            var move = new MoveStory(board.bean(BoardLock.class), board.bean(Columns.class), asSeenByUseCases());
            return inTransaction(() -> move.move(story, to, null, null).after());
        }

        <T> T inTransaction(java.util.function.Supplier<T> work) {
            return board.scope.call(() -> java.util.Objects.requireNonNull(
                    board.bean(TransactionTemplate.class).execute(_ -> work.get())));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void moving_back_to_the_backlog_cancels_the_run_and_nothing_else_is_open(Database database, @TempDir Path home) {
        try (var board = BoardFixture.start(database, home)) {
            board.project("SHOP");
            var story = board.story("SHOP", "Login");
            board.move("SHOP-1", StoryStatus.READY);
            board.scope.run(() -> board.board().runStarted(story.id()));
            var runs = new Held(board, Hold.ON_ITS_WAY);

            var conflict = refusal(Refusal.Conflict.class, () -> runs.move("SHOP-1", StoryStatus.REVIEW));
            assertThat(conflict.more()).containsEntry("allowed", List.of(StoryStatus.BACKLOG));
            assertThat(runs.cancelled).isEmpty();
            assertThat(runs.move("SHOP-1", StoryStatus.BACKLOG).status()).isEqualTo(StoryStatus.BACKLOG);
            assertThat(runs.cancelled).containsExactly(story.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void neither_story_nor_project_is_deleted_under_its_run(Database database, @TempDir Path home) {
        try (var board = BoardFixture.start(database, home)) {
            var project = board.project("SHOP");
            var story = board.story("SHOP", "Login");
            board.move("SHOP-1", StoryStatus.READY);
            var runs = new Held(board, Hold.COMMITTING).asSeenByUseCases();
            var conflict = refusal(Refusal.Conflict.class, () -> runs.refuseWhileHeld(List.of(story)));
            assertThat(conflict.more()).containsEntry("stories", List.of("SHOP-1"));

            board.scope.run(() -> board.bean(DeleteProject.class).delete("SHOP", null));
            refusal(Refusal.NotFound.class, () -> board.read("SHOP-1"));
            board.scope.run(() -> board.bean(DeleteProject.class).restore(project.key()));
            assertThat(board.read("SHOP-1").id()).isEqualTo(story.id());
        }
    }
}
