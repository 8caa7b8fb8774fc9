package com.fabricadeagentes.repositories;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.repositories.Addresses.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a project's repository: built aside and moved into place, so that it is there whole or not at all. */
@Component
class Founding {

    private static final Logger LOG = LoggerFactory.getLogger(Founding.class);
    private static final Duration LONGEST_CLONE = Duration.ofMinutes(10);

    private final Storage storage;
    private final GitRepositories repositories;
    private final Skeletons skeletons;
    private final Addresses addresses;

    Founding(Storage storage, GitRepositories repositories, Skeletons skeletons, Addresses addresses) {
        this.storage = storage;
        this.repositories = repositories;
        this.skeletons = skeletons;
        this.addresses = addresses;
    }

    /** How it went. */
    sealed interface Founded {
        record Ready() implements Founded {}

        record Failed(String error) implements Founded {}
    }

    /** Done again after a crash, or after it was done, it gives the same. */
    Founded found(ProjectId project, FoundingOrder order) {
        if (repositories.exists(project)) {
            return new Founded.Ready();
        }
        var bare = storage.bare(project);
        var draft = bare.resolveSibling(project + ".draft");
        Storage.delete(draft);
        Storage.delete(bare);
        try {
            if (order.repositoryUrl() == null) {
                skeletons.layDown(draft, order);
            } else {
                copy(draft, order.repositoryUrl());
            }
            Files.move(draft, bare, StandardCopyOption.ATOMIC_MOVE);
            return new Founded.Ready();
        } catch (Refused refused) {
            return new Founded.Failed(String.valueOf(refused.getMessage()));
        } catch (Git.GitFault fault) {
            LOG.info("Repository of project {} could not be made: {}", project, fault.getMessage());
            return new Founded.Failed(Addresses.withoutCredentials(String.valueOf(fault.getMessage())));
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot move " + draft + " into place", cause);
        } finally {
            Storage.delete(draft);
        }
    }

    private void copy(Path draft, String url) throws Refused {
        var source = addresses.allowed(url);
        var git = new Git(storage.tenantDirectory()).within(LONGEST_CLONE).with("GIT_ALLOW_PROTOCOL", "https:ssh:file");
        source.environment().forEach(git::with);
        git.text("clone", "--bare", "--no-hardlinks", "--no-tags", "--quiet", "--", source.address(), draft.toString());
        renameToMain(Git.in(draft));
    }

    /** Whatever the remote calls its default branch is main here; the rest of its branches stay as they are. */
    private static void renameToMain(Git git) {
        var current = git.run(null, "symbolic-ref", "--short", "HEAD");
        if (!current.ok() || !git.run(null, "rev-parse", "--verify", "HEAD").ok()) {
            throw new Git.GitFault("the repository has no commits on its default branch");
        }
        if (!current.text().equals("main")) {
            git.text("branch", "--force", "main", current.text());
            git.text("symbolic-ref", "HEAD", "refs/heads/main");
        }
        git.run(null, "remote", "remove", "origin");
    }
}
