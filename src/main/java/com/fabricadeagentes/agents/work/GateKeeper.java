package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.gate.Baselines;
import com.fabricadeagentes.agents.gate.Compaction;
import com.fabricadeagentes.agents.gate.GateConfiguration;
import com.fabricadeagentes.agents.gate.Green;
import com.fabricadeagentes.agents.gate.TestReports;
import com.fabricadeagentes.agents.gate.TestResults;
import com.fabricadeagentes.agents.loop.RunEvent.Gate;
import com.fabricadeagentes.agents.loop.RunEvent.TestCounts;
import com.fabricadeagentes.agents.tools.Commands;
import com.fabricadeagentes.agents.tools.Outputs;
import com.fabricadeagentes.agents.tools.Workbench;
import com.fabricadeagentes.agents.work.GateCommands.Command;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.Worktree;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.Finished;
import com.fabricadeagentes.sandbox.SandboxFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs lint and tests itself, in the box, by main's commands; what a model says of them counts for nothing. */
@Component
class GateKeeper {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final GateCommands commands;
    private final Benches benches;
    private final Repositories repositories;
    private final Baselines baselines;
    private final Clock clock;

    GateKeeper(GateCommands commands, Benches benches, Repositories repositories, Baselines baselines, Clock clock) {
        this.commands = commands;
        this.benches = benches;
        this.repositories = repositories;
        this.baselines = baselines;
        this.clock = clock;
    }

    private record Ran(boolean ok, int exitCode, String output, Optional<TestResults> tests, String file) {}

    void run(Work work, Phase phase) throws InterruptedException {
        var begun = clock.instant();
        var command = commands.of(work, phase);
        if (command.isEmpty()) {
            work.record(nothingToRun(phase));
            return;
        }
        var bench = benches.of(work);
        var ran = run(bench, command.get().script(), phase);
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
        var main = ran.ok() ? baseline(work) : TestResults.NONE;
        var green = Green.judge(ran.ok(), ran.tests(), main);
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

    /** What passes on main, found by running it there, once for each of its commits. */
    private TestResults baseline(Work work) throws InterruptedException {
        var project = work.project().id();
        var base = work.state().base();
        var known = baselines.find(project, base);
        if (known.isPresent()) {
            return known.get();
        }
        var command = commands.onMain(work, Phase.TEST);
        var results = command.isEmpty() ? TestResults.NONE : onMain(work, command.get());
        baselines.remember(project, base, results);
        return results;
    }

    private TestResults onMain(Work work, String command) throws InterruptedException {
        var base = work.state().base();
        Worktree main = repositories.open(work.project().id(), work.runName() + "-main", base, base);
        try {
            return run(benches.of(work, main.root()), command, Phase.TEST)
                    .tests()
                    .orElse(TestResults.NONE);
        } finally {
            repositories.close(main);
        }
    }

    private static Ran run(Workbench bench, String command, Phase phase) throws InterruptedException {
        var wall = bench.left().compareTo(LONGEST) < 0 ? bench.left() : LONGEST;
        try {
            if (phase == Phase.TEST) {
                TestReports.clear(bench.root());
            }
            return ran(bench, Commands.run(bench, command, wall), phase);
        } catch (PreparationFailed failed) {
            return new Ran(false, 1, "Dependencies could not be fetched: " + failed.getMessage(), Optional.empty(), "");
        } catch (SandboxFault fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Ran ran(Workbench bench, Finished finished, Phase phase) throws IOException {
        var text = Commands.text(finished);
        var limit =
                finished.limit().map(reached -> Commands.words(reached) + "\n").orElse("");
        var tests = phase == Phase.TEST ? TestReports.read(bench.root(), text) : Optional.<TestResults>empty();
        var file = Outputs.keep(bench, finished.output());
        return new Ran(finished.ok(), finished.exitCode(), limit + text, tests, file);
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
