package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.loop.RunEvent.ModelAnswered;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agents.loop.RunState.Waiting;
import com.fabricadeagentes.llm.ContentBlock.ToolCall;
import com.fabricadeagentes.llm.StopReason;
import java.util.List;

/** What a model's answer means: work to do, rest, or something that must be said or asked. */
final class Answers {

    static final int FIRST_MAX_TOKENS = 16_000;
    static final int HIGHEST_MAX_TOKENS = 64_000;

    private Answers() {}

    static void apply(RunState s, ModelAnswered answer) {
        s.spent = s.spent.answer(answer.usage(), answer.costMicros());
        var agent = answer.agent();
        var conversation = s.conversation(agent);
        var calls = answer.content().stream()
                .filter(ToolCall.class::isInstance)
                .map(ToolCall.class::cast)
                .toList();
        // a break with calls of our own tools is an ordinary turn: they must be answered first
        var stop = answer.stop() == StopReason.PAUSE && !calls.isEmpty() ? StopReason.TOOL_USE : answer.stop();
        switch (stop) {
            case REFUSAL, CONTEXT_EXCEEDED -> {
                s.trouble = s.trouble.answered(false);
                s.put(agent, conversation.answered(List.of(), List.of()));
                s.waiting = new Waiting(Needs.HELP, refusal(answer), null, null);
            }
            case PAUSE -> {
                s.trouble = s.trouble.answered(true);
                s.put(agent, conversation.answered(answer.content(), List.of()).paused());
            }
            case END_TURN, TOOL_USE, MAX_TOKENS, OTHER -> {
                var nudge = calls.isEmpty() ? nudge(s, answer) : "";
                s.trouble = s.trouble.answered(!nudge.isEmpty());
                s.put(agent, conversation.answered(answer.content(), calls));
                if (!nudge.isEmpty()) {
                    s.tell(agent, nudge);
                }
            }
        }
    }

    /** What to say to an answer that called no tool; empty where that is its right to. */
    private static String nudge(RunState s, ModelAnswered answer) {
        if (answer.stop() == StopReason.MAX_TOKENS) {
            int limit = s.maxTokens.getOrDefault(answer.agent(), FIRST_MAX_TOKENS);
            RunFold.raiseMaxTokens(s, answer.agent(), Math.min(2 * limit, HIGHEST_MAX_TOKENS));
            return "Your answer was cut off at the limit of its length. Go on from there, in smaller pieces.";
        }
        if (answer.stop() == StopReason.TOOL_USE) {
            return "Your tool call could not be read. Call the tool again.";
        }
        if (answer.content().isEmpty()) {
            return "Your answer was empty. Use a tool, or finish.";
        }
        return AgentType.reviews(answer.agent()) ? "Give your verdict with submit_review." : "";
    }

    private static String refusal(ModelAnswered answer) {
        var why = answer.stopDetail() == null ? "" : ": " + answer.stopDetail();
        return answer.stop() == StopReason.REFUSAL
                ? "The model declined to go on" + why
                : "The conversation has grown beyond what the model can read" + why
                        + ". Split the story into smaller ones and try again.";
    }
}
