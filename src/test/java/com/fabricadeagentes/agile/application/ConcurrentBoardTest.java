package com.fabricadeagentes.agile.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.support.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConcurrentBoardTest {

    private static final int HANDS = 8;

    @ParameterizedTest
    @EnumSource(Database.class)
    void keys_never_collide_and_columns_stay_dense_with_many_hands_on_two_nodes(
            Database database, @TempDir Path home, @TempDir Path otherHome) throws Exception {
        try (var one = BoardFixture.start(database, home);
                var two = one.secondNode(otherHome)) {
            var project = one.project("SHOP");

            var written = together(hand -> write(hand % 2 == 0 ? one : two, 10));
            assertThat(written.stream().flatMap(List::stream).map(Story::number))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, HANDS * 10).boxed().toList());

            together(hand -> shuffle(hand % 2 == 0 ? one : two, new Random(hand)));
            var standing = 0;
            for (var status : StoryStatus.values()) {
                var column = one.column(project, status);
                standing += column.size();
                assertThat(column.stream().map(key -> one.read(key).position()))
                        .as(status.name())
                        .containsExactlyElementsOf(
                                IntStream.range(0, column.size()).boxed().toList());
            }
            assertThat(standing).isPositive();
        }
    }

    private static List<Story> write(BoardFixture board, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> board.story("SHOP", "História " + i))
                .toList();
    }

    /** What is refused (an illegal move, a story that is gone) is part of the crowd. */
    private static int shuffle(BoardFixture board, Random random) {
        var refused = 0;
        for (int i = 0; i < 25; i++) {
            var story = "SHOP-" + (1 + random.nextInt(20));
            try {
                switch (random.nextInt(8)) {
                    case 0 -> board.delete(story);
                    case 1 -> board.restore(story);
                    default -> {
                        var to = StoryStatus.values()[random.nextInt(StoryStatus.values().length)];
                        board.move(story, to, random.nextInt(12));
                    }
                }
            } catch (Refused _) {
                refused++;
            }
        }
        return refused;
    }

    private interface Work<T> {
        T by(int hand);
    }

    private static <T> List<T> together(Work<T> work) throws Exception {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var tasks = IntStream.range(0, HANDS)
                    .mapToObj(hand -> (Callable<T>) () -> work.by(hand))
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> done : hands.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
