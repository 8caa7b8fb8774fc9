package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ContentBlock.ToolCall;
import com.fabricadeagentes.llm.ToolDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All tools, by name. Whatever a model calls and however, the answer is one it can read. */
@Component
public class Toolbox {

    private static final int LONGEST_NAME = 100;

    private final Map<String, Tool> tools;

    Toolbox(List<Tool> tools) {
        var byName = new HashMap<String, Tool>();
        for (var tool : tools) {
            if (byName.put(tool.definition().name(), tool) != null) {
                throw new IllegalStateException(
                        "two tools are called " + tool.definition().name());
            }
        }
        this.tools = Map.copyOf(byName);
    }

    /** The definitions of these tools, in this order. @throws IllegalArgumentException for a name no tool has */
    public List<ToolDefinition> definitions(List<String> names) {
        return names.stream().map(this::named).map(Tool::definition).toList();
    }

    /** Uses a tool on the bench, if it is one of those that were offered. */
    public ToolOutcome use(Workbench bench, List<String> offered, ToolCall call) throws InterruptedException {
        if (!offered.contains(call.name())) {
            return unknown(offered, call);
        }
        try {
            var tool = named(call.name());
            var arguments = new Arguments(call.input(), tool.definition().inputSchema());
            return switch (tool) {
                case Tool.OnBench onBench -> onBench.use(bench, arguments);
                case Tool.OfTurn ofTurn -> ofTurn.use(arguments);
            };
        } catch (BadInput bad) {
            return ToolOutcome.failed(String.valueOf(bad.getMessage()));
        }
    }

    /** Uses a tool that needs no bench. */
    public ToolOutcome use(List<String> offered, ToolCall call) {
        if (!offered.contains(call.name()) || !(named(call.name()) instanceof Tool.OfTurn tool)) {
            return unknown(offered, call);
        }
        try {
            return tool.use(new Arguments(call.input(), tool.definition().inputSchema()));
        } catch (BadInput bad) {
            return ToolOutcome.failed(String.valueOf(bad.getMessage()));
        }
    }

    private static ToolOutcome unknown(List<String> offered, ToolCall call) {
        return ToolOutcome.failed("There is no tool " + Excerpt.begin(call.name(), LONGEST_NAME) + "; there are: "
                + String.join(", ", offered) + ".");
    }

    private Tool named(String name) {
        var tool = tools.get(name);
        if (tool == null) {
            throw new IllegalArgumentException("no tool is called " + name);
        }
        return tool;
    }
}
