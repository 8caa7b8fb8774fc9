package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.Board.PlannedTask;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.TaskStatus;
import com.fabricadeagentes.agile.domain.Task;
import com.fabricadeagentes.agile.domain.TaskContent;
import com.fabricadeagentes.agile.domain.Tasks;
import com.fabricadeagentes.kernel.Actor;
import com.fabricadeagentes.kernel.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the planner's tasks in place of its former ones; what a person wrote, or what has begun, stays. */
@Component
class PlanTasks {

    private static final UserId PLATFORM = Actor.platform("planner").id();

    private final Tasks tasks;
    private final Stamps stamps;

    PlanTasks(Tasks tasks, Stamps stamps) {
        this.tasks = tasks;
        this.stamps = stamps;
    }

    void replace(StoryId story, List<PlannedTask> planned) {
        var stamp = stamps.now();
        tasks.of(story).stream().filter(PlanTasks::isPlanToDo).forEach(task -> tasks.save(task.deleted(stamp)));
        var position = tasks.nextPosition(story);
        for (var task : planned) {
            var content = new TaskContent(task.type(), task.title(), task.description(), task.agentType());
            tasks.add(Task.written(story, content, position++, stamp));
        }
    }

    private static boolean isPlanToDo(Task task) {
        return task.status() == TaskStatus.TODO && task.trace().createdBy().equals(PLATFORM);
    }
}
