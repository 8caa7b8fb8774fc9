package com.fabricadeagentes.sandbox.recipes;

import com.fabricadeagentes.sandbox.Recipes.InvalidRecipe;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * {@code .factory.yml}: a flat map of strings. Only the syntax tree is read, nothing is constructed from it, and each
 * complaint names the line.
 */
record FactoryFile(Map<String, String> values) {

    static final String NAME = ".factory.yml";

    private static final List<String> KEYS = List.of("lint", "test", "build", "start", "openapi");
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_ALIASES = 10;
    private static final int DEEPEST = 10;

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    static FactoryFile parse(String text) throws InvalidRecipe {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new InvalidRecipe(NAME + " is larger than 64 KiB");
        }
        var root = composed(text);
        if (root == null || Tag.NULL.equals(root.getTag())) {
            return new FactoryFile(Map.of());
        }
        if (!(root instanceof MappingNode mapping)) {
            throw at(root.getStartMark(), "it must be a map with the keys " + String.join(", ", KEYS));
        }
        var values = new LinkedHashMap<String, String>();
        for (var entry : mapping.getValue()) {
            var key = key(entry);
            if (values.putIfAbsent(key, string(key, entry.getValueNode())) != null) {
                throw at(entry.getKeyNode().getStartMark(), "the key '" + key + "' is there twice");
            }
        }
        return new FactoryFile(Map.copyOf(values));
    }

    private static @Nullable Node composed(String text) throws InvalidRecipe {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException broken) {
            throw at(broken.getProblemMark(), String.valueOf(broken.getProblem()));
        } catch (YAMLException broken) {
            throw new InvalidRecipe(NAME + ": " + broken.getMessage());
        }
    }

    private static String key(NodeTuple entry) throws InvalidRecipe {
        var node = entry.getKeyNode();
        var key = node instanceof ScalarNode scalar
                ? scalar.getValue()
                : node.getNodeId().name();
        if (!KEYS.contains(key)) {
            throw at(node.getStartMark(), "the key '" + key + "' is not known; there are " + String.join(", ", KEYS));
        }
        return key;
    }

    private static String string(String key, Node node) throws InvalidRecipe {
        if (node instanceof ScalarNode scalar
                && Tag.STR.equals(scalar.getTag())
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw at(node.getStartMark(), "the value of '" + key + "' must be a string");
    }

    private static InvalidRecipe at(@Nullable Mark mark, String problem) {
        var line = mark == null ? "" : " line " + (mark.getLine() + 1);
        return new InvalidRecipe(NAME + line + ": " + problem);
    }
}
