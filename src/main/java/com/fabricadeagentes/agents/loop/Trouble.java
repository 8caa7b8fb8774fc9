package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.agents.loop.RunEvent.Gate;
import com.fabricadeagentes.agents.loop.RunEvent.ModelFailed;
import com.fabricadeagentes.agents.loop.RunEvent.ToolUsed;
import org.jspecify.annotations.Nullable;

/**
 * Signs that a run gets nowhere, each counted in a row.
 *
 * @param failures calls of the model without an answer; {@code last} is the latest
 * @param poorAnswers answers that were empty, cut or left out what was asked
 * @param sameTool uses of one tool with one input that gave one output
 * @param sameGate failures of a gate in the same words, numbers apart
 */
record Trouble(
        int failures,
        @Nullable ModelFailed last,
        int poorAnswers,
        int sameTool,
        String tool,
        int sameGate,
        String gate) {

    static final Trouble NONE = new Trouble(0, null, 0, 0, "", 0, "");

    Trouble failed(ModelFailed failure) {
        return new Trouble(failures + 1, failure, poorAnswers, sameTool, tool, sameGate, gate);
    }

    Trouble answered(boolean poor) {
        return new Trouble(0, null, poor ? poorAnswers + 1 : 0, sameTool, tool, sameGate, gate);
    }

    Trouble used(ToolUsed use) {
        var key = use.agent() + use.name() + use.input() + use.output();
        return new Trouble(failures, last, poorAnswers, key.equals(tool) ? sameTool + 1 : 1, key, sameGate, gate);
    }

    Trouble gated(Gate result) {
        var key = result.ok() ? "" : result.phase() + result.output().replaceAll("\\d+", "#");
        if (result.ok() && result.phase() == com.fabricadeagentes.agents.Phase.LINT) {
            return this;
        }
        return new Trouble(
                failures, last, poorAnswers, 0, "", !key.isEmpty() && key.equals(gate) ? sameGate + 1 : 1, key);
    }
}
