package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.loop.RunEvent.DependenciesPrepared;
import com.fabricadeagentes.agents.tools.Workbench;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.Limits;
import com.fabricadeagentes.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Sets a run's workbench up: its files, its box, and the dependencies the box may see. */
@Component
class Benches {

    private final Sandbox sandbox;
    private final Dependencies dependencies;
    private final Installation installation;

    Benches(Sandbox sandbox, Dependencies dependencies, Installation installation) {
        this.sandbox = sandbox;
        this.dependencies = dependencies;
        this.installation = installation;
    }

    /** For the run's own files. */
    Workbench of(Work work) {
        return of(work, work.worktree().root());
    }

    /** A dependency that the run added is fetched when a box is needed next, and is an event. */
    Workbench of(Work work, Path root) {
        var left = Duration.ofMinutes(work.state().budget().maxMinutes())
                .minus(work.state().spent().work());
        return new Workbench(
                root,
                sandbox,
                () -> box(work, root),
                installation.workDirectory("outputs/" + work.runName()),
                left.isPositive() ? left : Duration.ofSeconds(1));
    }

    private Box box(Work work, Path root) throws PreparationFailed, InterruptedException {
        var prepared = dependencies.prepare(work.project().id(), root);
        if (prepared.changed()) {
            work.record(new DependenciesPrepared(prepared.summary()));
        }
        return new Box(root, prepared.mounts(), prepared.environment(), Limits.DEFAULT, null);
    }
}
