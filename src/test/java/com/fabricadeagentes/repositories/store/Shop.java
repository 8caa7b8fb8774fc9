package com.fabricadeagentes.repositories.store;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.process.Git;

/** The module's parts put together as the platform puts them together. */
public record Shop(Repositories repositories, BareRepositories bare, Git git) {

    public static Shop of(Installation installation) {
        var bare = new BareRepositories(installation);
        var git = new Git(installation);
        return new Shop(new GitRepositories(bare, new Worktrees(installation), git), bare, git);
    }
}
