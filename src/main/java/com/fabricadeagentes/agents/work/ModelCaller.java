package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.AgentFactory;
import com.fabricadeagentes.agents.RunDeltas;
import com.fabricadeagentes.agents.loop.RunEvent.ModelAnswered;
import com.fabricadeagentes.agents.loop.RunEvent.ModelFailed;
import com.fabricadeagentes.agents.loop.RunEvent.ModelRequested;
import com.fabricadeagentes.agents.loop.RunState;
import com.fabricadeagentes.agents.loop.Step.AskModel;
import com.fabricadeagentes.agents.loop.Words;
import com.fabricadeagentes.agents.tools.Toolbox;
import com.fabricadeagentes.llm.ContentBlock;
import com.fabricadeagentes.llm.ModelAnswer;
import com.fabricadeagentes.llm.ModelFault;
import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.Models;
import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.repositories.Repositories.FileDiff;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks the model. The intent is recorded first, and once for each request however often it is sent, so that a dead worker
 * repeats one call at most.
 */
@Component
class ModelCaller {

    private static final Duration LONGEST_WAIT_HERE = Duration.ofSeconds(15);
    private static final int REVIEW_MAX_TOKENS = 16_000;
    private static final int LONGEST_DIFF = 400_000;
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    private final Models models;
    private final AgentFactory agents;
    private final Toolbox toolbox;
    private final Repositories repositories;
    private final RunDeltas deltas;
    private final TokenMeter meter;
    private final Clock clock;

    ModelCaller(
            Models models,
            AgentFactory agents,
            Toolbox toolbox,
            Repositories repositories,
            RunDeltas deltas,
            TokenMeter meter,
            Clock clock) {
        this.models = models;
        this.agents = agents;
        this.toolbox = toolbox;
        this.repositories = repositories;
        this.deltas = deltas;
        this.meter = meter;
        this.clock = clock;
    }

    Optional<Duration> ask(Work work, AskModel ask) throws InterruptedException {
        var left = Duration.between(clock.instant(), work.state().lastAt().plus(ask.delay()));
        if (left.compareTo(LONGEST_WAIT_HERE) > 0) {
            return Optional.of(left);
        }
        if (left.isPositive()) {
            Thread.sleep(left);
        }
        call(work, ask.agent(), ask.said(), ask.maxTokens());
        return Optional.empty();
    }

    /** Reviewers see the criteria and the diff, and nothing else. */
    void showDiff(Work work, String agent) throws InterruptedException {
        var state = work.state();
        var unified = repositories.diff(work.project().id(), state.base(), state.tree()).stream()
                .map(FileDiff::patch)
                .collect(Collectors.joining("\n"));
        var shown = unified.length() <= LONGEST_DIFF
                ? unified
                : unified.substring(0, LONGEST_DIFF) + "\n[cut: the diff is longer than can be reviewed at once]";
        call(work, agent, state.saying(agent, Words.diff(shown)), REVIEW_MAX_TOKENS);
    }

    private void call(Work work, String agent, List<ContentBlock> said, int maxTokens) throws InterruptedException {
        if (!said.isEmpty()) {
            work.record(new ModelRequested(agent, said, maxTokens));
        }
        var begun = clock.instant();
        try {
            var provider = models.provider(work.state().provider());
            var answer = provider.ask(
                    request(work.state(), agent, maxTokens),
                    delta -> deltas.publish(work.run().id().value(), agent, delta));
            meter.used(work.state().provider(), answer.model(), answer.usage());
            work.record(answered(work.state(), agent, answer, Duration.between(begun, clock.instant())));
        } catch (ModelFault fault) {
            var wait = fault.retryAfter().map(Duration::toMillis).orElse(null);
            work.record(new ModelFailed(agent, fault.kind(), String.valueOf(fault.getMessage()), wait));
        } finally {
            deltas.clear(work.run().id().value());
        }
    }

    private ModelRequest request(RunState state, String agent, int maxTokens) {
        var type = agents.of(agent);
        return new ModelRequest(
                agent,
                state.model(),
                type.prompt(),
                toolbox.definitions(type.tools()),
                state.messages(agent),
                maxTokens);
    }

    private ModelAnswered answered(RunState state, String agent, ModelAnswer answer, Duration elapsed) {
        var cost = models.cost(state.provider(), answer.model(), answer.usage())
                .map(usd -> usd.multiply(MICROS).longValue())
                .orElse(null);
        return new ModelAnswered(
                agent,
                answer.content(),
                answer.stop(),
                answer.stopDetail(),
                answer.usage(),
                answer.model(),
                cost,
                elapsed.toMillis());
    }
}
