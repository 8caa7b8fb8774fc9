package com.fabricadeagentes.repositories;

import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.Board.RepositoryStatus;
import com.fabricadeagentes.agile.ProjectCreated;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.database.EventListener;
import com.fabricadeagentes.repositories.Founding.Founded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Prepares the repository of a new project, and tells the board how it went. */
@Component
class PrepareRepository implements EventListener<ProjectCreated> {

    private final Board board;
    private final Founding founding;
    private final TransactionTemplate transaction;

    PrepareRepository(Board board, Founding founding, TransactionTemplate transaction) {
        this.board = board;
        this.founding = founding;
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
        var id = new ProjectId(event.projectId());
        var project = board.project(id);
        if (project.repositoryStatus() != RepositoryStatus.PREPARING) {
            return;
        }
        var order = new FoundingOrder(project.key(), project.name(), project.stack(), project.repositoryUrl());
        var founded = founding.found(id, order);
        transaction.executeWithoutResult(_ -> {
            switch (founded) {
                case Founded.Ready _ -> board.repositoryReady(id);
                case Founded.Failed(String error) -> board.repositoryFailed(id, error);
            }
        });
    }
}
