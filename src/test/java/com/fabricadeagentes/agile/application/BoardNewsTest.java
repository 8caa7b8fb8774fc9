package com.fabricadeagentes.agile.application;

import static com.fabricadeagentes.database.schema.Tables.STORED_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agile.BoardStatistics;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Planning;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.support.Database;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoardNewsTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_story_that_is_written_rewritten_and_moved_makes_news(Database database, @TempDir Path home) {
        try (var board = BoardFixture.start(database, home)) {
            board.project("SHOP");
            var story = board.story("SHOP", "Login");
            edit(board, "Login com email");
            board.move("SHOP-1", StoryStatus.IN_PROGRESS);
            assertThat(news(board))
                    .containsSubsequence(
                            "ProjectCreated {\"project_id\":\"" + story.project() + "\"}",
                            "StoryWritten " + written(story.project(), story.id(), 1),
                            "StoryWritten " + written(story.project(), story.id(), 2),
                            "StoryMoved {\"story_id\":\"" + story.id() + "\",\"project_id\":\"" + story.project()
                                    + "\",\"old_status\":\"BACKLOG\",\"new_status\":\"IN_PROGRESS\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_done_is_planned_anew_only_when_it_is_taken_up_again(Database database, @TempDir Path home) {
        try (var board = BoardFixture.start(database, home)) {
            board.project("SHOP");
            var story = board.story("SHOP", "Login");
            board.scope.run(() -> {
                board.board().planned(story.id(), 1, List.of());
                board.board().runDone(story.id());
            });
            edit(board, "Login com email");
            var again = "StoryWritten " + written(story.project(), story.id(), 2);
            assertThat(news(board)).doesNotContain(again);
            board.move("SHOP-1", StoryStatus.BACKLOG);
            assertThat(news(board)).contains(again);
            assertThat(board.read("SHOP-1").planning()).isEqualTo(Planning.PENDING);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_statistics_count_the_stories_of_all_tenants(Database database, @TempDir Path home) {
        try (var board = BoardFixture.start(database, home)) {
            var neighbour = board.neighbour();
            List.of(board, neighbour).forEach(each -> {
                each.project("SHOP");
                each.story("SHOP", "Login");
            });
            board.move("SHOP-1", StoryStatus.IN_PROGRESS);
            var counts = board.bean(BoardStatistics.class).storiesByStatus();
            assertThat(counts)
                    .containsEntry(StoryStatus.BACKLOG, 1L)
                    .containsEntry(StoryStatus.IN_PROGRESS, 1L)
                    .containsEntry(StoryStatus.DONE, 0L)
                    .hasSize(StoryStatus.values().length);
        }
    }

    private static void edit(BoardFixture board, String title) {
        board.scope.run(() -> board.bean(WriteStory.class).edit("SHOP-1", null, _ -> BoardFixture.titled(title)));
    }

    private static String written(Object project, Object story, int version) {
        return "{\"story_id\":\"" + story + "\",\"project_id\":\"" + project + "\",\"text_version\":" + version + "}";
    }

    private static List<String> news(BoardFixture board) {
        return board.scope.call(() -> board.bean(DSLContext.class)
                .select(STORED_EVENT.TYPE, STORED_EVENT.PAYLOAD_JSON)
                .from(STORED_EVENT)
                .where(Tenanted.own(STORED_EVENT))
                .orderBy(STORED_EVENT.ID)
                .fetch(row -> row.value1() + " " + row.value2()));
    }
}
