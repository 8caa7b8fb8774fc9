package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;

/** Something a model can do. Found as a list of beans; two of one name fail the start. */
sealed interface Tool {

    ToolDefinition definition();

    /** Works on the run's files. */
    non-sealed interface OnBench extends Tool {

        /** @throws BadInput where the arguments are not as described; the message is for the model */
        ToolOutcome use(Workbench bench, Arguments arguments) throws BadInput, InterruptedException;
    }

    /** Ends the agent's turn or hands something over; touches no file. */
    non-sealed interface OfTurn extends Tool {

        ToolOutcome use(Arguments arguments) throws BadInput;
    }
}
