package com.fabricadeagentes.repositories.store;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Scope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.springframework.stereotype.Component;

/** Where the bound tenant's repositories lie: {@code FACTORY_HOME/repositories/<tenant>/<project>.git}. */
@Component
public final class BareRepositories {

    private static final int HELD_OPEN = 200;

    private final Installation installation;
    private final Cache<Path, Repository> open = Caffeine.newBuilder()
            .maximumSize(HELD_OPEN)
            .<Path, Repository>evictionListener((_, repository, _) -> {
                if (repository != null) {
                    repository.close();
                }
            })
            .build();

    public BareRepositories(Installation installation) {
        this.installation = installation;
        NoForeignConfig.install();
    }

    /** The directory of all repositories, of every tenant. */
    public Path root() {
        return installation.homeDirectory("repositories");
    }

    /** Where the project's repository lies or will lie. */
    public Path path(ProjectId project) {
        return root().resolve(Scope.tenantId().toString()).resolve(project + ".git");
    }

    public boolean exists(ProjectId project) {
        return Files.exists(path(project).resolve("HEAD"));
    }

    /**
     * Opens the project's repository, to be closed after use.
     *
     * @throws com.fabricadeagentes.kernel.Refused where the bound tenant has none of that id
     */
    public Repository open(ProjectId project) {
        if (!exists(project)) {
            throw new Refusal.NotFound("repository").refused();
        }
        var repository = open.get(path(project), BareRepositories::openAt);
        repository.incrementOpen();
        return repository;
    }

    /** Opens a bare repository that is not one of a project yet. */
    public static Repository openAt(Path path) {
        try {
            return new FileRepositoryBuilder()
                    .setGitDir(path.toFile())
                    .setBare()
                    .setMustExist(true)
                    .build();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot open " + path.getFileName(), cause);
        }
    }
}
