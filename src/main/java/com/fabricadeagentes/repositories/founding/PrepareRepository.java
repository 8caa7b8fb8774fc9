package com.fabricadeagentes.repositories.founding;

import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.Board.Project;
import com.fabricadeagentes.agile.Board.RepositoryStatus;
import com.fabricadeagentes.agile.ProjectCreated;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.database.EventListener;
import com.fabricadeagentes.kernel.Refused;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Prepares the repository of a project that was created, and tells the board. */
@Component
class PrepareRepository implements EventListener<ProjectCreated> {

    private final Founding founding;
    private final Board board;
    private final TransactionTemplate transaction;

    PrepareRepository(Founding founding, Board board, TransactionTemplate transaction) {
        this.founding = founding;
        this.board = board;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "prepare-repository";
    }

    @Override
    public Class<ProjectCreated> type() {
        return ProjectCreated.class;
    }

    @Override
    public void on(ProjectCreated event) {
        find(new ProjectId(event.projectId()))
                .filter(project -> project.repositoryStatus() == RepositoryStatus.PREPARING)
                .ifPresent(this::found);
    }

    /** A person may have deleted the project since; if it is restored, this is heard again. */
    private Optional<Project> find(ProjectId id) {
        try {
            return Optional.of(board.project(id));
        } catch (Refused gone) {
            return Optional.empty();
        }
    }

    private void found(Project project) {
        var founded = founding.found(project.id(), order(project));
        transaction.executeWithoutResult(_ -> {
            switch (founded) {
                case Founded.Ready _ -> board.repositoryReady(project.id());
                case Founded.Failed(String error) -> board.repositoryFailed(project.id(), error);
            }
        });
    }

    private static FoundingOrder order(Project project) {
        var url = project.repositoryUrl();
        return url == null
                ? new FoundingOrder.Skeleton(project.key(), project.name(), project.stack())
                : new FoundingOrder.Copy(url);
    }
}
