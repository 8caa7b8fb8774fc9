package com.fabricadeagentes.repositories.serving;

import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.identity.Authenticator;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.repositories.GitAccess;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The same credentials as for the API, and the projects on the board. */
@Component
class SignedInGitAccess implements GitAccess {

    private final Authenticator authenticator;
    private final Board board;

    SignedInGitAccess(Authenticator authenticator, Board board) {
        this.authenticator = authenticator;
        this.board = board;
    }

    @Override
    public Optional<Scope> authenticate(String password) {
        return authenticator.authenticate(password);
    }

    @Override
    public Optional<ProjectId> project(String key) {
        return board.findProject(key).map(Board.Project::id);
    }
}
