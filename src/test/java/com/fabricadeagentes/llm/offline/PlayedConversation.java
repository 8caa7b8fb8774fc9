package com.fabricadeagentes.llm.offline;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelAnswer;
import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plays the platform for one agent: does what its tools ask on files in memory, until its turn ends. */
final class PlayedConversation {

    private static final int MOST_TURNS = 20;

    private final String purpose;
    private final SortedMap<String, String> files;
    private final List<Message> messages = new ArrayList<>();
    private final OfflineProvider provider = new OfflineProvider();
    private List<ContentBlock> pending = List.of();

    PlayedConversation(String purpose, SortedMap<String, String> files) {
        this.purpose = purpose;
        this.files = files;
    }

    static String opening(String stack, Map<String, Object> story) {
        return "<project>\n" + escaped(Map.of("key", "SHOP", "name", "Shop", "stack", stack))
                + "\n</project>\n<story>\n" + escaped(story) + "\n</story>";
    }

    static String task(String type) {
        return "\n<task>\n" + escaped(Map.of("type", type, "title", "t", "description", "d")) + "\n</task>";
    }

    static String escaped(Object value) {
        return Json.write(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** Says something as the platform and plays on until the turn ends: the last answer. */
    ModelAnswer say(String text) {
        if (pending.isEmpty()) {
            messages.add(Message.user(text));
        } else {
            var finish = (ContentBlock.ToolCall) pending.getLast();
            messages.add(Message.user(List.of(new ContentBlock.ToolResult(finish.id(), text, false))));
        }
        for (var turn = 0; turn < MOST_TURNS; turn++) {
            var answer = ask();
            messages.add(Message.assistant(answer.content()));
            if (answer.stop() == StopReason.REFUSAL || ends(answer)) {
                pending = List.copyOf(answer.toolCalls());
                return answer;
            }
            var results = new ArrayList<ContentBlock>();
            answer.toolCalls().forEach(call -> results.add(new ContentBlock.ToolResult(call.id(), use(call), false)));
            messages.add(Message.user(results));
        }
        throw new AssertionError("the agent does not come to an end");
    }

    private ModelAnswer ask() {
        try {
            return provider.ask(new ModelRequest(purpose, "offline", "", List.of(), messages, 1000), _ -> {});
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static boolean ends(ModelAnswer answer) {
        var last = answer.toolCalls().getLast().name();
        return last.equals("finish") || last.startsWith("submit_");
    }

    private String use(ContentBlock.ToolCall call) {
        var path = call.input().path("path").asString("");
        return switch (call.name()) {
            case "list_files" ->
                files.keySet().stream().map(file -> file + "  1 kB").collect(Collectors.joining("\n"));
            case "read_file" ->
                numbered(
                        files.getOrDefault(path, ""),
                        call.input().path("offset").asInt(1));
            case "write_file" -> {
                files.put(path, call.input().path("content").asString());
                yield "written";
            }
            default -> throw new AssertionError("not offered: " + call.name());
        };
    }

    /** At most a hundred lines at once, so that long documents are read in pieces. */
    private static String numbered(String text, int offset) {
        var lines = text.lines().toList();
        return IntStream.range(offset - 1, Math.min(lines.size(), offset + 99))
                .mapToObj(i -> "%6d\t%s".formatted(i + 1, lines.get(i)))
                .collect(Collectors.joining("\n"));
    }
}
