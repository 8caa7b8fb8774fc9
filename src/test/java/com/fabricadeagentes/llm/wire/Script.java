package com.fabricadeagentes.llm.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who is answered how: the first rule that fits a request answers it. Replies given to a rule are used up in order; when
 * none is left the request is refused in words that name the script's end. Safe for agents that ask at the same time.
 */
public final class Script implements Function<RecordedRequest, Reply> {

    private record Rule(Predicate<RecordedRequest> fits, Function<RecordedRequest, Reply> answer) {}

    private final List<Rule> rules = new ArrayList<>();

    private Script() {}

    public static Script of() {
        return new Script();
    }

    /** Who is offered this tool: {@code submit_plan} is the planner's, {@code submit_review} the reviewers'. */
    public Script offered(String tool, Reply... replies) {
        return when(request -> request.offers(tool), replies);
    }

    /** Whose system prompt contains these words. */
    public Script system(String words, Reply... replies) {
        return when(request -> request.system().contains(words), replies);
    }

    public Script when(Predicate<RecordedRequest> fits, Reply... replies) {
        return when(fits, inOrder(replies));
    }

    public Script when(Predicate<RecordedRequest> fits, Function<RecordedRequest, Reply> answer) {
        rules.add(new Rule(fits, answer));
        return this;
    }

    public Script otherwise(Reply... replies) {
        return when(request -> true, replies);
    }

    public Script otherwise(Function<RecordedRequest, Reply> answer) {
        return when(request -> true, answer);
    }

    @Override
    public synchronized Reply apply(RecordedRequest request) {
        return rules.stream()
                .filter(rule -> rule.fits().test(request))
                .findFirst()
                .map(rule -> rule.answer().apply(request))
                .orElseGet(() -> Reply.failure(400, "invalid_request_error", "no rule of the script fits"));
    }

    private static Function<RecordedRequest, Reply> inOrder(Reply... replies) {
        var left = new ArrayDeque<>(List.of(replies));
        return request -> left.isEmpty()
                ? Reply.failure(400, "invalid_request_error", "the script has ended")
                : left.removeFirst();
    }
}
