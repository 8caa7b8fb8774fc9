package com.fabricadeagentes.agile.domain;

import static com.fabricadeagentes.agile.StoryStatus.BACKLOG;
import static com.fabricadeagentes.agile.StoryStatus.DONE;
import static com.fabricadeagentes.agile.StoryStatus.IN_PROGRESS;
import static com.fabricadeagentes.agile.StoryStatus.READY;
import static com.fabricadeagentes.agile.StoryStatus.REVIEW;

import com.fabricadeagentes.agile.StoryRuns.Hold;
import com.fabricadeagentes.agile.StoryStatus;
import com.fabricadeagentes.kernel.Refusal.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which columns a person may move a story to, from where it stands and by what its run is doing. */
public final class StoryMoves {

    private static final Map<StoryStatus, List<StoryStatus>> BY_HAND = Map.of(
            BACKLOG, List.of(READY, IN_PROGRESS),
            READY, List.of(BACKLOG),
            IN_PROGRESS, List.of(BACKLOG, REVIEW),
            REVIEW, List.of(IN_PROGRESS, DONE),
            DONE, List.of(BACKLOG));

    private StoryMoves() {}

    /** What is open, in the board's order; a move to where it already is, is always open and not among them. */
    public static List<StoryStatus> allowed(StoryStatus from, Hold hold) {
        return switch (hold) {
            case NONE -> BY_HAND.getOrDefault(from, List.of());
            case ON_ITS_WAY -> from == BACKLOG ? List.of() : List.of(BACKLOG);
            case AWAITING_APPROVAL, COMMITTING -> List.of();
        };
    }

    /** Why the move is refused, if it is. */
    public static Optional<Conflict> refusal(StoryStatus from, StoryStatus to, Hold hold) {
        var allowed = allowed(from, hold);
        if (from == to || allowed.contains(to)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (hold) {
                    case NONE ->
                        new Conflict(
                                "illegal_move",
                                "A story cannot move from " + from + " to " + to + ".",
                                Map.of("allowed", allowed));
                    case ON_ITS_WAY ->
                        new Conflict(
                                "run_on_its_way",
                                "A run is on its way; moving the story to BACKLOG cancels it.",
                                Map.of("allowed", allowed));
                    case AWAITING_APPROVAL ->
                        new Conflict(
                                "awaiting_approval",
                                "The run awaits approval; decide it by POST /approve or /reject on the run.",
                                Map.of("allowed", allowed, "actions", List.of("approve", "reject")));
                    case COMMITTING ->
                        new Conflict(
                                "committing",
                                "The run's commit has begun; wait until it is over.",
                                Map.of("allowed", allowed));
                });
    }
}
