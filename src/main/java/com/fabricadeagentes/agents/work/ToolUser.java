package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.AgentFactory;
import com.fabricadeagentes.agents.loop.RunEvent;
import com.fabricadeagentes.agents.loop.RunEvent.Finding;
import com.fabricadeagentes.agents.loop.RunEvent.Question;
import com.fabricadeagentes.agents.loop.RunEvent.Reviewed;
import com.fabricadeagentes.agents.loop.RunEvent.ToolUsed;
import com.fabricadeagentes.agents.tools.ToolOutcome;
import com.fabricadeagentes.agents.tools.Toolbox;
import com.fabricadeagentes.llm.ContentBlock.ToolCall;
import com.fabricadeagentes.repositories.Repositories;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does one tool call and records it, with a checkpoint of the files where it may have changed them. */
@Component
class ToolUser {

    private final Toolbox toolbox;
    private final AgentFactory agents;
    private final Benches benches;
    private final Repositories repositories;
    private final Clock clock;

    ToolUser(Toolbox toolbox, AgentFactory agents, Benches benches, Repositories repositories, Clock clock) {
        this.toolbox = toolbox;
        this.agents = agents;
        this.benches = benches;
        this.repositories = repositories;
        this.clock = clock;
    }

    void use(Work work, String agent, ToolCall call) throws InterruptedException {
        var begun = clock.instant();
        var offered = agents.of(agent).tools();
        var outcome = toolbox.use(benches.of(work), offered, call);
        var took = Duration.between(begun, clock.instant()).toMillis();
        switch (outcome) {
            case ToolOutcome.Answered(String text, boolean ok, boolean changed) ->
                work.record(used(agent, call, text, ok, took, changed ? checkpoint(work) : null, false));
            case ToolOutcome.AskedHuman(String question, List<String> options) ->
                work.record(new Question(agent, call.id(), question, options));
            case ToolOutcome.Finished(String summary) ->
                work.record(used(agent, call, summary, true, took, null, true));
            case ToolOutcome.Planned _ ->
                work.record(used(agent, call, "The plan is made already.", false, took, null, false));
            case ToolOutcome.Reviewed(boolean approved, var findings) ->
                work.record(
                        used(agent, call, approved ? "approve" : "changes", true, took, null, true),
                        new Reviewed(agent, approved, findings(findings)));
        }
    }

    private @Nullable String checkpoint(Work work) {
        var tree = repositories.checkpoint(work.worktree(), work.state().lastSeq() + 1);
        return tree.equals(work.state().tree()) ? null : tree;
    }

    private static RunEvent used(
            String agent, ToolCall call, String output, boolean ok, long took, @Nullable String tree, boolean ending) {
        return new ToolUsed(agent, call.id(), call.name(), call.input(), output, ok, took, tree, ending);
    }

    private static List<Finding> findings(List<ToolOutcome.Finding> findings) {
        return findings.stream()
                .map(f -> new Finding(f.severity(), f.file(), f.line(), f.text()))
                .toList();
    }
}
