package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.gate.Compaction;
import com.fabricadeagentes.agents.gate.GateConfiguration;
import com.fabricadeagentes.agents.gate.Green;
import com.fabricadeagentes.agents.gate.TestResults;
import com.fabricadeagentes.agents.loop.RunEvent.Gate;
import com.fabricadeagentes.agents.loop.RunEvent.TestCounts;
import com.fabricadeagentes.agents.work.GateBox.Ran;
import com.fabricadeagentes.agents.work.GateCommands.Command;
import com.fabricadeagentes.repositories.Repositories;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs lint and tests itself, in the box, by main's commands; what a model says of them counts for nothing. */
@Component
class GateKeeper {

    private final GateCommands commands;
    private final Benches benches;
    private final Repositories repositories;
    private final MainTests main;
    private final Clock clock;

    GateKeeper(GateCommands commands, Benches benches, Repositories repositories, MainTests main, Clock clock) {
        this.commands = commands;
        this.benches = benches;
        this.repositories = repositories;
        this.main = main;
        this.clock = clock;
    }

    void run(Work work, Phase phase) throws InterruptedException {
        var begun = clock.instant();
        var command = commands.of(work, phase);
        if (command.isEmpty()) {
            work.record(nothingToRun(phase));
            return;
        }
        var bench = benches.of(work);
        var ran = GateBox.run(bench, command.get().script(), phase);
        repositories.reset(work.worktree(), work.state().tree());
        var gate = phase == Phase.LINT ? lint(command.get(), ran) : test(work, command.get(), ran);
        work.record(timed(gate, Duration.between(begun, clock.instant())));
    }

    private static Gate nothingToRun(Phase phase) {
        var approvals = phase == Phase.TEST
                ? List.of("The repository does not say how it is tested, and nothing could be found.")
                : List.<String>of();
        return new Gate(phase, true, "", "There is nothing to run.", null, approvals, null, 0);
    }

    private static Gate lint(Command command, Ran ran) {
        var output = ran.ok() ? "" : Compaction.of(ran.output(), Optional.empty());
        return new Gate(Phase.LINT, ran.ok(), command.script(), output, null, command.approvals(), ran.file(), 0);
    }

    private Gate test(Work work, Command command, Ran ran) throws InterruptedException {
        var onMain = ran.ok() ? main.of(work) : TestResults.NONE;
        var green = Green.judge(ran.ok(), ran.tests(), onMain);
        if (green.ok()) {
            main.green(work, ran.tests().orElse(TestResults.NONE));
        }
        var approvals = new ArrayList<>(command.approvals());
        approvals.addAll(green.approvals());
        approvals.addAll(GateConfiguration.changes(repositories.diff(
                work.project().id(), work.state().base(), work.state().tree())));
        var counts = ran.tests()
                .map(t -> new TestCounts(t.passed(), t.failed(), t.skipped()))
                .orElse(null);
        var said = String.join("\n", green.problems());
        var output = green.ok() ? "" : said + "\n" + Compaction.of(ran.output(), ran.tests());
        return new Gate(
                Phase.TEST, green.ok(), command.script(), output, counts, List.copyOf(approvals), ran.file(), 0);
    }

    private static Gate timed(Gate gate, Duration took) {
        return new Gate(
                gate.phase(),
                gate.ok(),
                gate.command(),
                gate.output(),
                gate.tests(),
                gate.approvals(),
                gate.outputFile(),
                took.toMillis());
    }
}
