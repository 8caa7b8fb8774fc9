package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.loop.RunEvent.Committed;
import com.fabricadeagentes.agents.loop.RunEvent.Conflicted;
import com.fabricadeagentes.agents.loop.RunEvent.Merged;
import com.fabricadeagentes.agents.loop.RunEvent.Rebased;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.Repositories.CommitText;
import com.fabricadeagentes.repositories.Repositories.Rebased.Clean;
import org.springframework.stereotype.Component;

/** Brings a green change onto main: one commit a run, however often it is tried. */
@Component
class Committer {

    private static final String AUTHOR = "Plataforma E";

    private final Repositories repositories;
    private final MainTests main;

    Committer(Repositories repositories, MainTests main) {
        this.repositories = repositories;
        this.main = main;
    }

    void commit(Work work) {
        var project = work.project().id();
        var merged = repositories.findMerged(project, work.runName());
        if (merged.isPresent()) {
            record(work, merged.get(), work.state().base());
            return;
        }
        var brief = work.state().brief();
        var text = new CommitText(
                brief.title(), "", brief.storyKey(), AUTHOR, work.state().lastAt());
        switch (repositories.rebase(work.worktree(), work.state().tree(), text)) {
            case Clean(String commit, String onto, boolean moved) -> {
                if (moved || !repositories.fastForward(project, onto, commit)) {
                    work.reopen();
                    work.record(new Rebased(onto, commit));
                } else {
                    record(work, commit, onto);
                }
            }
            case Repositories.Rebased.Conflicted(String onto, var paths) -> {
                var tree = repositories.checkpoint(work.worktree(), work.state().lastSeq() + 1);
                work.reopen();
                work.record(new Conflicted(onto, tree, paths));
            }
        }
    }

    /** Whoever died between the two goes on with the second. */
    private void record(Work work, String commit, String onto) {
        if (work.state().commit().isEmpty()) {
            work.record(new Committed(commit, work.worktree().branch()));
        }
        main.merged(work, commit);
        work.record(new Merged(commit, onto));
    }
}
