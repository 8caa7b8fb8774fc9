package com.fabricadeagentes.applications;

import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.Board.Project;
import com.fabricadeagentes.agile.Board.RepositoryStatus;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.repositories.Repositories;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a project's application. */
@Service
class ManageApplications {

    private final Board board;
    private final Repositories repositories;
    private final Applications applications;
    private final ApplicationsProperties properties;

    ManageApplications(
            Board board, Repositories repositories, Applications applications, ApplicationsProperties properties) {
        this.board = board;
        this.repositories = repositories;
        this.applications = applications;
        this.properties = properties;
    }

    /** Only asks for it: the application is started after, on threads of its own. */
    @Transactional
    @Requires("app:start")
    @Audited("app.start")
    public Changed<ApplicationAnswer> start(String idOrKey) {
        var project = project(idOrKey);
        if (project.repositoryStatus() != RepositoryStatus.READY) {
            throw new Refusal.Conflict("no_repository", "The project's repository is not ready.").refused();
        }
        var before = answer(project).withoutAddress();
        applications.start(project, repositories.head(project.id()));
        return Changed.from(project.id(), before, answer(project).withoutAddress());
    }

    @Transactional
    @Requires("app:stop")
    @Audited("app.stop")
    public Changed<ApplicationAnswer> stop(String idOrKey) {
        var project = project(idOrKey);
        var before = answer(project).withoutAddress();
        applications.find(project.id()).filter(Application::isUp).ifPresent(Application::stop);
        return Changed.from(project.id(), before, answer(project).withoutAddress());
    }

    @Requires("app:read")
    public ApplicationAnswer read(String idOrKey) {
        return answer(project(idOrKey));
    }

    /** The end of what it, or its build, printed; empty where it never ran. */
    @Requires("app:read")
    public String logs(String idOrKey) {
        return applications
                .find(project(idOrKey).id())
                .flatMap(Application::output)
                .map(Tail::log)
                .orElse("");
    }

    /** The unguessable address of the running application of this key, without a slash at the end. */
    @Requires("app:read")
    public Optional<String> address(String key) {
        return applications
                .find(project(key).id())
                .filter(application -> application.status() == Application.Status.RUNNING)
                .map(application -> properties.host() + application.prefix());
    }

    private ApplicationAnswer answer(Project project) {
        var head = project.repositoryStatus() == RepositoryStatus.READY ? repositories.head(project.id()) : null;
        return ApplicationAnswer.of(project, applications.find(project.id()), properties.host(), head);
    }

    private Project project(String idOrKey) {
        return Ids.parse(idOrKey)
                .map(id -> board.project(new ProjectId(id)))
                .or(() -> board.findProject(idOrKey))
                .orElseThrow(() -> new Refusal.NotFound("project").refused());
    }
}
