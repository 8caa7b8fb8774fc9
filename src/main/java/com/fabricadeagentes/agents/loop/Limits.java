package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.loop.RunEvent.LimitReached;
import java.time.Duration;
import java.util.Optional;

/** The limits of a run. Each ends in a person's hands, saying what was tried and what would help. */
final class Limits {

    private static final int MODEL_TRIES = 6;
    private static final int POOR_ANSWERS = 4;
    private static final int SAME_TOOL = 5;
    private static final int SAME_GATE = 3;

    private Limits() {}

    static Optional<LimitReached> reached(RunState s) {
        if (s.start == null) {
            return Optional.empty();
        }
        var budget = s.budget();
        var spent = s.spent;
        var failure = s.trouble.last();
        if (failure != null && !failure.kind().passing()) {
            return limit("model", "The model cannot be used: " + failure.message());
        }
        if (failure != null && s.trouble.failures() >= MODEL_TRIES) {
            return limit(
                    "model",
                    "The model gave no answer in " + MODEL_TRIES + " tries; the last said: " + failure.message()
                            + " Answer to try again, or choose another model.");
        }
        if (s.trouble.poorAnswers() >= POOR_ANSWERS) {
            return limit(
                    "model",
                    "The model answered " + POOR_ANSWERS
                            + " times in a row without doing anything. Say what to do, or choose another model.");
        }
        if (spent.turns() >= budget.maxTurns()) {
            return limit(
                    "turns",
                    "The agents used all " + budget.maxTurns()
                            + " turns without getting done. Answer to grant as many again, or split the story.");
        }
        if (spent.allowanceMicros() >= budget.maxCostMicros()) {
            return limit(
                    "cost",
                    "The run has cost its limit of US$ %.2f. Answer to grant as much again, or split the story."
                            .formatted(budget.maxCostMicros() / 1e6));
        }
        if (spent.work().compareTo(Duration.ofMinutes(budget.maxMinutes())) >= 0) {
            return limit(
                    "minutes",
                    "The run has worked for its limit of " + budget.maxMinutes()
                            + " minutes. Answer to grant as many again, or split the story.");
        }
        if (s.trouble.sameTool() >= SAME_TOOL) {
            return limit(
                    "circle",
                    "The agent did the same thing " + SAME_TOOL
                            + " times with the same result. Say what to do differently.");
        }
        return Optional.empty();
    }

    /** Before another fix, unless a person asked for it. */
    static Optional<LimitReached> noFixLeft(RunState s) {
        if (s.fixAskedByPerson) {
            return Optional.empty();
        }
        var last = s.fixReasons.isEmpty() ? "" : " The last one:\n" + s.fixReasons.getLast();
        if (s.trouble.sameGate() >= SAME_GATE) {
            return limit(
                    "circle",
                    "The same failure came back " + SAME_GATE
                            + " times after as many fixes. Say what to do differently." + last);
        }
        return s.spent.fixes() < s.budget().maxRetries()
                ? Optional.empty()
                : limit(
                        "retries",
                        "The agents tried " + s.budget().maxRetries()
                                + " fixes and the change still does not pass. Say what to do differently." + last);
    }

    private static Optional<LimitReached> limit(String name, String detail) {
        return Optional.of(new LimitReached(name, detail));
    }
}
