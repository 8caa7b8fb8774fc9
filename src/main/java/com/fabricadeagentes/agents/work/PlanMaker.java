package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.loop.RunEvent.HelpNeeded;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agents.loop.RunEvent.Plan;
import com.fabricadeagentes.agents.loop.RunEvent.PlanTask;
import com.fabricadeagentes.agents.planning.Planner;
import com.fabricadeagentes.agents.planning.Planner.NoPlan;
import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.Board.Task;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.llm.Models;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the board's tasks for the run's plan; where there are none yet, the planner is asked once more. */
@Component
class PlanMaker {

    private final Board board;
    private final Planner planner;
    private final TransactionTemplate transaction;

    PlanMaker(Board board, Planner planner, TransactionTemplate transaction) {
        this.board = board;
        this.planner = planner;
        this.transaction = transaction;
    }

    void plan(Work work) throws InterruptedException {
        var story = work.run().story();
        if (open(story).isEmpty()) {
            var text = board.story(story).textVersion();
            try {
                var choice =
                        new Models.Choice(work.state().provider(), work.state().model());
                var tasks = planner.plan(work.state().brief(), choice);
                transaction.executeWithoutResult(_ -> board.planned(story, text, tasks));
            } catch (NoPlan none) {
                work.record(
                        new HelpNeeded(Needs.HELP, "The story could not be broken into tasks: " + none.getMessage()));
                return;
            }
        }
        work.record(new Plan(open(story)));
    }

    private List<PlanTask> open(StoryId story) {
        return board.tasks(story).stream()
                .filter(task -> task.status() != TaskStatus.DONE)
                .map(PlanMaker::planned)
                .toList();
    }

    private static PlanTask planned(Task task) {
        return new PlanTask(
                task.id().value(),
                task.type().name().toLowerCase(Locale.ROOT),
                task.title(),
                task.description(),
                task.agentType());
    }
}
