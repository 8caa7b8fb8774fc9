package com.fabricadeagentes.agile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agile.StoryRuns.Hold;
import com.fabricadeagentes.agile.StoryStatus;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StoryMovesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BACKLOG     | NONE              | READY IN_PROGRESS
                    READY       | NONE              | BACKLOG
                    IN_PROGRESS | NONE              | BACKLOG REVIEW
                    REVIEW      | NONE              | IN_PROGRESS DONE
                    DONE        | NONE              | BACKLOG
                    READY       | ON_ITS_WAY        | BACKLOG
                    IN_PROGRESS | ON_ITS_WAY        | BACKLOG
                    REVIEW      | ON_ITS_WAY        | BACKLOG
                    REVIEW      | AWAITING_APPROVAL | ''
                    REVIEW      | COMMITTING        | ''
                    """)
    void only_these_moves_are_open(StoryStatus from, Hold hold, String open) {
        var expected = List.of(open.split(" ")).stream()
                .filter(name -> !name.isEmpty())
                .map(StoryStatus::valueOf)
                .toList();
        for (var to : StoryStatus.values()) {
            var refusal = StoryMoves.refusal(from, to, hold);
            assertThat(refusal.isEmpty()).as(from + " to " + to).isEqualTo(to == from || expected.contains(to));
            refusal.ifPresent(conflict -> assertThat(conflict.more()).containsEntry("allowed", expected));
        }
    }

    @ParameterizedTest
    @EnumSource(Hold.class)
    void a_move_to_where_it_already_is_is_always_open(Hold hold) {
        for (var status : StoryStatus.values()) {
            assertThat(StoryMoves.refusal(status, status, hold)).isEmpty();
        }
    }

    @Test
    void while_approval_is_awaited_the_refusal_points_to_approve_and_reject() {
        var refusal = StoryMoves.refusal(StoryStatus.REVIEW, StoryStatus.DONE, Hold.AWAITING_APPROVAL)
                .orElseThrow();
        assertThat(refusal.detail()).contains("/approve", "/reject");
        assertThat(Objects.requireNonNull(refusal.more().get("actions"))).isEqualTo(List.of("approve", "reject"));
    }
}
