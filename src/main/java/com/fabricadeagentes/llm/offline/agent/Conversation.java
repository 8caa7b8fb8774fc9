package com.fabricadeagentes.llm.offline.agent;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.offline.story.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a request's messages say: the story, what is asked for now, and what was done about it since. The platform's own
 * words are looked for only where the platform speaks: in user texts and in answers to tools that end a turn or ask a
 * person; never in what a file or a command gave back.
 */
final class Conversation {

    private static final Set<String> PLATFORM_ANSWERS = Set.of("finish", "submit_plan", "submit_review", "ask_human");
    private static final Pattern INSTRUCTION = Pattern.compile("<(task|gate|review|person|conflict)>");

    private final String opening;
    private final List<Said> said = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();
    private int lastInstruction;

    /** A text of the platform, and how many tools had been used before it. */
    private record Said(String text, int usedBefore) {}

    /** A tool that was used, and what it gave. */
    record Used(String tool, JsonNode input, String output, boolean error) {}

    private Conversation(String opening) {
        this.opening = opening;
    }

    static Conversation of(ModelRequest request) {
        var calls = new HashMap<String, ContentBlock.ToolCall>();
        var conversation = new Conversation(firstText(request));
        for (var message : request.messages()) {
            for (var block : message.content()) {
                switch (block) {
                    case ContentBlock.ToolCall call -> calls.put(call.id(), call);
                    case ContentBlock.ToolResult result -> conversation.add(calls, result);
                    case ContentBlock.Text text
                    when message.role() == Message.Role.USER -> conversation.say(text.text());
                    case ContentBlock.Text _, ContentBlock.Opaque _ -> {}
                }
            }
        }
        return conversation;
    }

    private static String firstText(ModelRequest request) {
        return request.messages().stream()
                .flatMap(message -> message.content().stream())
                .filter(ContentBlock.Text.class::isInstance)
                .map(block -> ((ContentBlock.Text) block).text())
                .findFirst()
                .orElse("");
    }

    private void add(Map<String, ContentBlock.ToolCall> calls, ContentBlock.ToolResult result) {
        var call = calls.get(result.callId());
        if (call == null) {
            return;
        }
        used.add(new Used(call.name(), call.input(), result.content(), result.error()));
        if (PLATFORM_ANSWERS.contains(call.name())) {
            say(result.content());
        }
    }

    private void say(String text) {
        said.add(new Said(text, used.size()));
        if (INSTRUCTION.matcher(text).find()) {
            lastInstruction = said.size() - 1;
        }
    }

    /** The story, with what a person added to it since. */
    Story story() {
        var json = json(opening, "story");
        var criteria = new ArrayList<String>();
        json.path("acceptance_criteria").forEach(criterion -> criteria.add(criterion.asString("")));
        var story = new Story(
                json.path("key").asString(""),
                json.path("title").asString(""),
                json.path("description").asString(""),
                criteria);
        for (var words : texts("person")) {
            story = story.and(words);
        }
        return story;
    }

    String stack() {
        return json(opening, "project").path("stack").asString("java");
    }

    /** The unified diff a reviewer is shown, as it is. */
    String diff() {
        var start = opening.indexOf("<diff>");
        var end = opening.lastIndexOf("</diff>");
        return start < 0 || end < start ? "" : opening.substring(start + "<diff>".length(), end);
    }

    /** Whether the platform's last word was of that kind. */
    boolean lastIs(String tag) {
        return !said.isEmpty() && said.get(lastInstruction).text().contains("<" + tag + ">");
    }

    /** What the platform has said within that tag, in order. */
    List<String> texts(String tag) {
        return said.stream()
                .map(Said::text)
                .flatMap(text -> inside(text, tag).stream())
                .toList();
    }

    /** The tools used since the platform's last word. */
    List<Used> sinceLastInstruction() {
        var from = said.isEmpty() ? 0 : said.get(lastInstruction).usedBefore();
        return used.subList(from, used.size());
    }

    private static JsonNode json(String text, String tag) {
        try {
            return Json.tree(inside(text, tag).orElse("{}"));
        } catch (JacksonException notJson) {
            return Json.tree("{}");
        }
    }

    private static Optional<String> inside(String text, String tag) {
        var start = text.indexOf("<" + tag + ">");
        var end = text.indexOf("</" + tag + ">", start);
        return start < 0 || end < 0
                ? Optional.empty()
                : Optional.of(text.substring(start + tag.length() + 2, end).strip());
    }
}
