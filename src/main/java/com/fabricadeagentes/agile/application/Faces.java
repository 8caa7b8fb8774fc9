package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.domain.Project;
import com.fabricadeagentes.agile.domain.Story;
import com.fabricadeagentes.agile.domain.Task;
import java.util.Locale;

/** The board's things as other modules see them. */
final class Faces {

    private Faces() {}

    static Board.Project of(Project project) {
        return new Board.Project(
                project.id(),
                project.key(),
                project.content().name(),
                project.stack().name().toLowerCase(Locale.ROOT),
                project.content().repositoryUrl(),
                project.content().merge(),
                project.content().limits(),
                project.repositoryStatus(),
                project.repositoryError());
    }

    static Board.Story of(Story story) {
        return new Board.Story(
                story.id(),
                story.project(),
                story.key(),
                story.content().title(),
                story.content().description(),
                story.content().acceptanceCriteria(),
                story.status(),
                story.blocked(),
                story.textVersion());
    }

    static Board.Task of(Task task) {
        return new Board.Task(
                task.id(),
                task.content().type(),
                task.content().title(),
                task.content().description(),
                task.status(),
                task.content().agentType());
    }
}
