package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.loop.Policy;
import com.fabricadeagentes.agents.loop.RunEvent.Brief;
import com.fabricadeagentes.agents.loop.RunEvent.Budget;
import com.fabricadeagentes.agents.loop.RunEvent.RunFinished;
import com.fabricadeagentes.agents.loop.RunEvent.RunStarted;
import com.fabricadeagentes.agents.loop.Step;
import com.fabricadeagentes.agents.runs.Journal;
import com.fabricadeagentes.agents.runs.Lease;
import com.fabricadeagentes.agents.runs.Run;
import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.Board.Merge;
import com.fabricadeagentes.agile.Board.Project;
import com.fabricadeagentes.llm.Models;
import com.fabricadeagentes.repositories.Repositories;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fold, decide, perform, record; until the run is over or a person is needed. */
@Component
class RunLoop {

    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
    private static final long MICROS_PER_CENT = 10_000;

    private final Journal journal;
    private final Repositories repositories;
    private final Board board;
    private final Models models;
    private final RunProperties limits;
    private final Performer performer;
    private final MainTests main;

    RunLoop(
            Journal journal,
            Repositories repositories,
            Board board,
            Models models,
            RunProperties limits,
            Performer performer,
            MainTests main) {
        this.journal = journal;
        this.repositories = repositories;
        this.board = board;
        this.models = models;
        this.limits = limits;
        this.performer = performer;
        this.main = main;
    }

    /** @return how long to leave the run alone before going on; empty when there is nothing more to do for now */
    Optional<Duration> work(Lease lease, Run run, Project project) throws InterruptedException {
        try (var work = new Work(lease, run, project, journal, repositories)) {
            if (!work.state().started()) {
                work.record(begin(run, project));
            }
            try (var _ = main.begin(work)) {
                return steps(work);
            }
        }
    }

    private Optional<Duration> steps(Work work) throws InterruptedException {
        while (true) {
            switch (Policy.next(work.state())) {
                case Step.AwaitPerson _ -> {
                    return Optional.empty();
                }
                case Step.End(var status, var error) -> {
                    if (work.state().finished().isEmpty()) {
                        work.record(new RunFinished(status, error));
                    }
                    return Optional.empty();
                }
                case Step step -> {
                    var pause = performer.perform(step, work);
                    if (pause.isPresent()) {
                        return pause;
                    }
                }
            }
        }
    }

    private RunStarted begin(Run run, Project project) {
        var story = board.story(run.story());
        var brief = new Brief(
                project.key(),
                project.name(),
                project.stack(),
                story.key(),
                story.title(),
                story.description(),
                story.acceptanceCriteria(),
                project.merge() == Merge.REVIEW);
        var choice = models.choice();
        return new RunStarted(
                brief, budget(project), choice.provider(), choice.model(), repositories.head(project.id()));
    }

    private Budget budget(Project project) {
        var own = project.limits();
        long usd = limits.maxRunUsd().multiply(MICROS).longValue();
        return new Budget(
                lower(own.maxRetries(), limits.maxRetries()),
                lower(own.maxTurns(), limits.maxTurns()),
                lower(own.maxRunMinutes(), limits.maxRunMinutes()),
                own.maxRunCents() == null ? usd : Math.min(usd, own.maxRunCents() * MICROS_PER_CENT));
    }

    private static int lower(@Nullable Integer own, int platform) {
        return own == null ? platform : Math.min(own, platform);
    }
}
