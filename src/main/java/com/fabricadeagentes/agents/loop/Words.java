package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.loop.RunEvent.Brief;
import com.fabricadeagentes.agents.loop.RunEvent.Finding;
import com.fabricadeagentes.agents.loop.RunEvent.Gate;
import com.fabricadeagentes.agents.loop.RunEvent.PlanTask;
import com.fabricadeagentes.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What agents are told: sections that hold JSON. Everything from outside stands inside a section as data, with the
 * characters escaped that could end it, so a story cannot pose as the platform.
 */
public final class Words {

    private Words() {}

    public static String project(Brief brief) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("key", brief.projectKey());
        facts.put("name", brief.projectName());
        facts.put("stack", brief.stack());
        return section("project", facts);
    }

    public static String story(Brief brief) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("key", brief.storyKey());
        facts.put("title", brief.title());
        facts.put("description", brief.description());
        facts.put("acceptance_criteria", brief.acceptanceCriteria());
        return section("story", facts);
    }

    static String task(PlanTask task) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("type", task.type());
        facts.put("title", task.title());
        facts.put("description", task.description());
        return section("task", facts);
    }

    static String gate(Gate gate) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("phase", gate.phase());
        facts.put("command", gate.command());
        facts.put("output", gate.output());
        return section("gate", facts);
    }

    static String findings(String reviewer, List<Finding> findings) {
        return section("review", Map.of("by", reviewer, "findings", findings));
    }

    static String person(String text) {
        return section("person", Map.of("text", text));
    }

    static String conflict(List<String> paths) {
        return section(
                "conflict",
                Map.of("paths", paths, "what", "main has moved; these files hold conflict markers to resolve"));
    }

    /** A diff is shown as it is, since models read it better; only what would end the section is broken up. */
    public static String diff(String unified) {
        return "<diff>\n" + unified.replace("</diff>", "<\\/diff>") + "\n</diff>";
    }

    private static String section(String name, Object content) {
        var json = Json.write(content)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
        return "<" + name + ">\n" + json + "\n</" + name + ">";
    }
}
