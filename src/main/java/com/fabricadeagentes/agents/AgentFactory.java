package com.fabricadeagentes.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Makes agents from {@code agents.yml} and {@code prompts/<name>.md}; the next type is a line and a prompt. */
@Component
public class AgentFactory {

    private final Map<String, AgentDefinition> types;

    AgentFactory() {
        this.types = Map.copyOf(read());
    }

    /** @throws IllegalArgumentException for a type that does not exist */
    public AgentDefinition of(String name) {
        var type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no agent type is called " + name);
        }
        return type;
    }

    /** Which agent does tasks of this type. */
    public String forTask(String taskType) {
        return switch (taskType) {
            case "test" -> "test_writer";
            case "documentation" -> "doc_writer";
            case "review" -> "code_reviewer";
            default -> "code_generator";
        };
    }

    private static Map<String, AgentDefinition> read() {
        Map<String, List<String>> tools = new Yaml(new SafeConstructor(new LoaderOptions())).load(text("agents.yml"));
        var common = text("prompts/common.md");
        var found = new HashMap<String, AgentDefinition>();
        new LinkedHashMap<>(tools)
                .forEach((name, names) ->
                        found.put(name, new AgentDefinition(name, prompt(name, names, common), List.copyOf(names))));
        return found;
    }

    private static String prompt(String name, List<String> tools, String common) {
        var own = text("prompts/" + name + ".md");
        return tools.contains("write_file") ? own + "\n" + common : own;
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("cannot read " + resource, missing);
        }
    }
}
