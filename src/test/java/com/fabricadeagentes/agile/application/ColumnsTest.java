package com.fabricadeagentes.agile.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.support.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.NullUnmarked;

/** Whatever people do, the columns are what lists of keys would be. */
@NullUnmarked
class ColumnsTest {

    private static final AtomicInteger PROJECTS = new AtomicInteger();
    private static Map<Database, BoardFixture> boards;

    sealed interface Act {
        record Write() implements Act {}

        record Move(int story, StoryStatus to, int position) implements Act {}

        record Delete(int story) implements Act {}

        record Restore(int story) implements Act {}
    }

    @BeforeContainer
    static void start() throws IOException {
        boards = new EnumMap<>(Database.class);
        for (var database : Database.values()) {
            boards.put(database, BoardFixture.start(database, Files.createTempDirectory("columns")));
        }
    }

    @AfterContainer
    static void stop() {
        boards.values().forEach(BoardFixture::close);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void columns_are_as_lists_whatever_is_written_moved_deleted_and_restored(
            @ForAll Database database, @ForAll("acts") List<Act> acts) {
        var board = boards.get(database);
        var project = board.project("P" + PROJECTS.incrementAndGet());
        var model = new Model();
        for (var act : acts) {
            perform(board, project, model, act);
        }
        for (var status : StoryStatus.values()) {
            assertThat(board.column(project, status)).as(status.name()).isEqualTo(model.columns.get(status));
        }
        model.columns.values().forEach(column -> {
            for (int i = 0; i < column.size(); i++) {
                assertThat(board.read(column.get(i)).position()).isEqualTo(i);
            }
        });
    }

    private static void perform(BoardFixture board, Project project, Model model, Act act) {
        switch (act) {
            case Act.Write _ ->
                model.write(board.story(project.key(), "História").key());
            case Act.Move(var index, var to, var position) ->
                model.standing(index).ifPresent(story -> {
                    try {
                        board.move(story, to, position);
                        model.move(story, to, position);
                    } catch (Refused _) {
                        assertThat(model.columns.get(to)).doesNotContain(story);
                    }
                });
            case Act.Delete(var index) ->
                model.standing(index).ifPresent(story -> {
                    board.delete(story);
                    model.delete(story);
                });
            case Act.Restore(var index) ->
                model.away(index).ifPresent(story -> {
                    board.restore(story);
                    model.restore(story);
                });
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        var stories = Arbitraries.integers().between(0, 20);
        Arbitrary<Act> move = Combinators.combine(
                        stories,
                        Arbitraries.of(StoryStatus.class),
                        Arbitraries.integers().between(0, 8))
                .as(Act.Move::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.create(Act.Write::new)),
                        net.jqwik.api.Tuple.of(6, move),
                        net.jqwik.api.Tuple.of(1, stories.map(Act.Delete::new)),
                        net.jqwik.api.Tuple.of(1, stories.map(Act.Restore::new)))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    /** The columns as plain lists. */
    private static final class Model {

        final Map<StoryStatus, List<String>> columns = new EnumMap<>(StoryStatus.class);
        final Map<String, StoryStatus> deleted = new TreeMap<>();

        Model() {
            for (var status : StoryStatus.values()) {
                columns.put(status, new ArrayList<>());
            }
        }

        void write(String story) {
            columns.get(StoryStatus.BACKLOG).add(story);
        }

        void move(String story, StoryStatus to, int position) {
            columns.values().forEach(column -> column.remove(story));
            var column = columns.get(to);
            column.add(Math.min(position, column.size()), story);
        }

        void delete(String story) {
            columns.forEach((status, column) -> {
                if (column.remove(story)) {
                    deleted.put(story, status);
                }
            });
        }

        void restore(String story) {
            var status = deleted.remove(story);
            columns.get(status == StoryStatus.READY ? StoryStatus.BACKLOG : status)
                    .add(story);
        }

        java.util.Optional<String> standing(int index) {
            return pick(columns.values().stream().flatMap(List::stream).sorted().toList(), index);
        }

        java.util.Optional<String> away(int index) {
            return pick(List.copyOf(deleted.keySet()), index);
        }

        private static java.util.Optional<String> pick(List<String> from, int index) {
            return from.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(from.get(index % from.size()));
        }
    }
}
