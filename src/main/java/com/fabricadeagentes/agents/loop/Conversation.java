package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.ContentBlock.Text;
import com.fabricadeagentes.llm.ContentBlock.ToolCall;
import com.fabricadeagentes.llm.ContentBlock.ToolResult;
import com.fabricadeagentes.llm.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One agent's conversation with its model, rebuilt from the run's events. Immutable.
 *
 * @param messages what was sent and received, append-only
 * @param results results of tools that are to be sent
 * @param words what else the agent is to be told
 * @param openCalls calls of the last answer that have no result yet, in order
 * @param endedBy the call that ended the agent's turn and still waits for its result: what follows is its content
 * @param awaiting whether a request is out without an answer
 */
record Conversation(
        List<Message> messages,
        List<ToolResult> results,
        List<String> words,
        List<ToolCall> openCalls,
        @Nullable String endedBy,
        boolean awaiting) {

    static final Conversation NEW = new Conversation(List.of(), List.of(), List.of(), List.of(), null, false);

    boolean begun() {
        return !messages.isEmpty() || !words.isEmpty();
    }

    /** Whether the agent has done what it was told. */
    boolean atRest() {
        return !awaiting && openCalls.isEmpty() && words.isEmpty() && (results.isEmpty() || endedBy != null);
    }

    Conversation told(String text) {
        return new Conversation(messages, results, with(words, text), openCalls, endedBy, awaiting);
    }

    /**
     * What the next request adds: all results in one message, words as the result of the call that ended the turn, or
     * else at the end of the last result, since no text may follow results.
     */
    List<ContentBlock> unsent() {
        var text = String.join("\n\n", words);
        var blocks = new ArrayList<ContentBlock>(results);
        if (endedBy != null) {
            blocks.add(new ToolResult(endedBy, text, false));
        } else if (!text.isEmpty() && !results.isEmpty()) {
            var last = results.getLast();
            blocks.set(blocks.size() - 1, new ToolResult(last.callId(), last.content() + "\n\n" + text, last.error()));
        } else if (!text.isEmpty()) {
            blocks.add(new Text(text));
        }
        return List.copyOf(blocks);
    }

    Conversation requested(List<ContentBlock> said) {
        var sent = said.isEmpty() ? messages : with(messages, Message.user(said));
        return new Conversation(sent, List.of(), List.of(), List.of(), null, true);
    }

    /** An answer without content is not part of the conversation: no provider takes it back. */
    Conversation answered(List<ContentBlock> content, List<ToolCall> calls) {
        var heard = content.isEmpty() ? messages : with(messages, Message.assistant(content));
        return new Conversation(heard, List.of(), words, calls, null, false);
    }

    /** The provider broke off and wants the same request again. */
    Conversation paused() {
        return new Conversation(messages, results, words, openCalls, endedBy, true);
    }

    Conversation used(String callId, String output, boolean ok, boolean ending) {
        var open = openCalls.stream().filter(call -> !call.id().equals(callId)).toList();
        return ending && endedBy == null
                ? new Conversation(messages, results, words, open, callId, awaiting)
                : new Conversation(
                        messages, with(results, new ToolResult(callId, output, !ok)), words, open, endedBy, awaiting);
    }

    Optional<ToolCall> nextCall() {
        return openCalls.stream().findFirst();
    }

    private static <T> List<T> with(List<? extends T> list, T more) {
        var longer = new ArrayList<T>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
