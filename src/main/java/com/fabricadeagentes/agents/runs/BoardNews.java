package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunStatus;
import com.fabricadeagentes.agents.loop.RunEvent;
import com.fabricadeagentes.agents.loop.RunEvent.PhaseStarted;
import com.fabricadeagentes.agents.loop.RunEvent.RunFinished;
import com.fabricadeagentes.agents.loop.RunEvent.RunStarted;
import com.fabricadeagentes.agents.loop.RunEvent.TaskFinished;
import com.fabricadeagentes.agents.loop.RunEvent.TaskStarted;
import com.fabricadeagentes.agents.loop.RunState;
import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.TaskId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells the board, in the journal's transaction, what a run's news mean for its story. */
@Component
class BoardNews {

    private final Board board;

    BoardNews(Board board) {
        this.board = board;
    }

    void tell(Run run, RunState before, RunState after, List<? extends RunEvent> events) {
        for (var event : events) {
            tell(run.story(), after, event);
        }
        if (after.finished().isPresent()) {
            return;
        }
        if (before.waiting().isEmpty() && after.waiting().isPresent()) {
            board.runBlocked(run.story());
        } else if (before.waiting().isPresent() && after.waiting().isEmpty()) {
            board.runUnblocked(run.story());
        }
    }

    private void tell(StoryId story, RunState after, RunEvent event) {
        switch (event) {
            case RunStarted _ -> board.runStarted(story);
            case PhaseStarted(Phase phase, int _) when phase == Phase.REVIEW -> board.runInReview(story);
            case PhaseStarted(Phase phase, int _) when phase == Phase.FIX -> board.runReturned(story);
            case TaskStarted(int index) -> withTask(after, index, board::taskStarted);
            case TaskFinished(int index) -> withTask(after, index, board::taskDone);
            case RunFinished(RunStatus status, var _) when status == RunStatus.SUCCEEDED -> board.runDone(story);
            case RunFinished(RunStatus status, var _) when status == RunStatus.CANCELLED -> board.runCancelled(story);
            case RunFinished _ -> board.runBlocked(story);
            default -> {}
        }
    }

    private static void withTask(RunState state, int index, Consumer<TaskId> news) {
        var task = state.tasks().get(index).taskId();
        if (task != null) {
            news.accept(new TaskId(task));
        }
    }
}
