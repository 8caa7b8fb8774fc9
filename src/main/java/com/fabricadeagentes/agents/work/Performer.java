package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.loop.Step;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Performs a step by whoever knows how, and has it recorded. */
@Component
class Performer {

    private final PlanMaker planner;
    private final ModelCaller models;
    private final ToolUser tools;
    private final GateKeeper gates;
    private final Committer committer;

    Performer(PlanMaker planner, ModelCaller models, ToolUser tools, GateKeeper gates, Committer committer) {
        this.planner = planner;
        this.models = models;
        this.tools = tools;
        this.gates = gates;
        this.committer = committer;
    }

    /** @return how long to leave the run alone, where waiting here would only hold a worker */
    Optional<Duration> perform(Step step, Work work) throws InterruptedException {
        switch (step) {
            case Step.Note(var event) -> work.record(event);
            case Step.MakePlan _ -> planner.plan(work);
            case Step.AskModel ask -> {
                return models.ask(work, ask);
            }
            case Step.ShowDiff(var agent) -> models.showDiff(work, agent);
            case Step.UseTool(var agent, var call) -> tools.use(work, agent, call);
            case Step.RunGate(var phase) -> gates.run(work, phase);
            case Step.Commit _ -> committer.commit(work);
            case Step.AwaitPerson _, Step.End _ -> throw new IllegalArgumentException(step + " is nothing to perform");
        }
        return Optional.empty();
    }
}
