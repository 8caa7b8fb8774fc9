package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.loop.RunEvent.DependenciesPrepared;
import com.fabricadeagentes.agents.tools.Workbench;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies;
import com.fabricadeagentes.sandbox.Dependencies.Prepared;
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

    /** For the run's own files. A dependency that the run added is fetched when a box is needed next, and is an event. */
    Workbench of(Work work) {
        var root = work.worktree().root();
        return bench(work, root, () -> {
            var prepared = dependencies.prepare(work.project().id(), root);
            if (prepared.changed()) {
                work.record(new DependenciesPrepared(prepared.summary()));
            }
            return box(root, prepared);
        });
    }

    /** For the files of main beside the run; what happens there is no event of the run. */
    Workbench ofMain(Work work, Path root) {
        return bench(
                work, root, () -> box(root, dependencies.prepare(work.project().id(), root)));
    }

    private Workbench bench(Work work, Path root, Workbench.Boxes boxes) {
        var left = Duration.ofMinutes(work.state().budget().maxMinutes())
                .minus(work.state().spent().work());
        return new Workbench(
                root,
                sandbox,
                boxes,
                installation.workDirectory("outputs/" + work.runName()),
                left.isPositive() ? left : Duration.ofSeconds(1));
    }

    private static Box box(Path root, Prepared prepared) {
        return new Box(root, prepared.mounts(), prepared.environment(), Limits.DEFAULT, null);
    }
}
