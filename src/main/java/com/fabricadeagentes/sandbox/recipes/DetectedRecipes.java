package com.fabricadeagentes.sandbox.recipes;

import com.fabricadeagentes.sandbox.Recipe;
import com.fabricadeagentes.sandbox.Recipes;
import com.fabricadeagentes.sandbox.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads {@code .factory.yml} and detects what it leaves out; a repository of two languages is held to both. */
@Component
final class DetectedRecipes implements Recipes {

    @Override
    public Recipe read(SourceTree tree) throws InvalidRecipe {
        var text = tree.read(FactoryFile.NAME);
        var said = text.isPresent() ? FactoryFile.parse(text.get()) : FactoryFile.parse("");
        var found = detected(tree);
        return new Recipe(
                said.value("lint").or(() -> joined(found, Stack::lint)),
                said.value("test").or(() -> joined(found, Stack::test)),
                said.value("build").or(() -> joined(found, Stack::build)),
                said.value("start")
                        .or(() -> found.stream()
                                .flatMap(stack -> stack.start().stream())
                                .findFirst()),
                said.value("openapi"));
    }

    private static List<Stack> detected(SourceTree tree) {
        var files = tree.list();
        var found = new ArrayList<Stack>();
        if (files.contains("pom.xml")) {
            found.add(Stack.maven());
        }
        if (files.contains("package.json")) {
            found.add(NodePackage.of(tree.read("package.json").orElse("")).stack(files));
        }
        if (Stack.isPython(files, found.isEmpty())) {
            found.add(Stack.python());
        }
        return found;
    }

    private static Optional<String> joined(List<Stack> stacks, Function<Stack, Optional<String>> part) {
        var commands =
                stacks.stream().flatMap(stack -> part.apply(stack).stream()).toList();
        return switch (commands.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(commands.getFirst());
            default ->
                Optional.of(
                        commands.stream().map(command -> "{ " + command + "; }").collect(Collectors.joining(" && ")));
        };
    }
}
