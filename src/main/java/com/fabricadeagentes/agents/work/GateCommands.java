package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.sandbox.Recipes;
import com.fabricadeagentes.sandbox.Recipes.InvalidRecipe;
import com.fabricadeagentes.sandbox.SourceTree;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The gate's commands, as main says; where main says nothing, as the change says, and then a person must approve. */
@Component
class GateCommands {

    private final Repositories repositories;
    private final Recipes recipes;

    GateCommands(Repositories repositories, Recipes recipes) {
        this.repositories = repositories;
        this.recipes = recipes;
    }

    record Command(String script, List<String> approvals) {}

    Optional<Command> of(Work work, Phase phase) {
        var main = at(work.project().id(), work.state().base(), phase);
        if (main.isPresent()) {
            return main.map(script -> new Command(script, List.of()));
        }
        return at(work.project().id(), work.state().tree(), phase)
                .map(script -> new Command(
                        script,
                        List.of("main does not say how to " + verb(phase)
                                + " it; the change brought its own command.")));
    }

    /** What this commit says. */
    Optional<String> at(ProjectId project, String commit, Phase phase) {
        try {
            var recipe = recipes.read(tree(project, commit));
            return phase == Phase.LINT ? recipe.lint() : recipe.test();
        } catch (InvalidRecipe broken) {
            return Optional.of("echo " + quoted(String.valueOf(broken.getMessage())) + " >&2; exit 1");
        }
    }

    private SourceTree tree(ProjectId project, String commit) {
        return new SourceTree() {
            @Override
            public Optional<String> read(String path) {
                return repositories.read(project, commit, path);
            }

            @Override
            public List<String> list() {
                return repositories.list(project, commit);
            }
        };
    }

    private static String verb(Phase phase) {
        return phase == Phase.LINT ? "lint" : "test";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
