package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.RunId;
import com.fabricadeagentes.agents.gate.Baselines;
import com.fabricadeagentes.agents.gate.TestResults;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.repositories.Repositories;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What passes on main, found by running its tests there, once for each of its commits. It is begun with the run, so that
 * it is known by the time the agents have written something.
 */
@Component
class MainTests {

    private static final Logger LOG = LoggerFactory.getLogger(MainTests.class);

    private final GateCommands commands;
    private final Benches benches;
    private final Repositories repositories;
    private final Baselines baselines;
    private final Map<RunId, Measuring> measuring = new ConcurrentHashMap<>();

    MainTests(GateCommands commands, Benches benches, Repositories repositories, Baselines baselines) {
        this.commands = commands;
        this.benches = benches;
        this.repositories = repositories;
        this.baselines = baselines;
    }

    /** A measurement on its way; closing it ends its box. */
    final class Measuring implements AutoCloseable {

        private final RunId run;
        private final String base;
        private final FutureTask<TestResults> task;

        private Measuring(RunId run, String base, FutureTask<TestResults> task) {
            this.run = run;
            this.base = base;
            this.task = task;
        }

        @Override
        public void close() {
            measuring.remove(run, this);
            task.cancel(true);
        }
    }

    Measuring begin(Work work) {
        var base = work.state().base();
        var scope = Scope.current();
        var task = new FutureTask<>(() -> scope.call(() -> find(work, base)));
        var begun = new Measuring(work.run().id(), base, task);
        measuring.put(work.run().id(), begun);
        Thread.ofVirtual().name("main-tests").start(task);
        return begun;
    }

    TestResults of(Work work) throws InterruptedException {
        var base = work.state().base();
        var begun = measuring.get(work.run().id());
        if (begun != null && begun.base.equals(base)) {
            try {
                return begun.task.get();
            } catch (ExecutionException failed) {
                LOG.warn(
                        "The tests of main could not be run beside run {}",
                        work.run().id(),
                        failed);
            }
        }
        return find(work, base);
    }

    void green(Work work, TestResults results) {
        baselines.remember(work.project().id(), work.state().tree(), results);
    }

    /** A run's own green result serves for the commit that it becomes, unless that is tested by another command. */
    void merged(Work work, String commit) {
        var project = work.project().id();
        var ran = commands.at(project, work.state().base(), Phase.TEST);
        if (ran.equals(commands.at(project, commit, Phase.TEST))) {
            baselines.carry(project, work.state().tree(), commit);
        }
    }

    private TestResults find(Work work, String base) throws InterruptedException {
        var project = work.project().id();
        var known = baselines.find(project, base);
        if (known.isPresent()) {
            return known.get();
        }
        var command = commands.at(project, base, Phase.TEST);
        var results = command.isEmpty() ? TestResults.NONE : measure(work, base, command.get());
        baselines.remember(project, base, results);
        return results;
    }

    private TestResults measure(Work work, String base, String command) throws InterruptedException {
        var main = repositories.open(work.project().id(), work.runName() + "-main", base, base);
        try {
            return GateBox.run(benches.ofMain(work, main.root()), command, Phase.TEST)
                    .tests()
                    .orElse(TestResults.NONE);
        } finally {
            repositories.close(main);
        }
    }
}
