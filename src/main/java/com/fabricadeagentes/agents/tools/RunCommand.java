package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.llm.ToolDefinition;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.Finished;
import com.fabricadeagentes.sandbox.SandboxFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
final class RunCommand implements Tool.OnBench {

    private static final int DEFAULT_SECONDS = 120;
    private static final int MOST_SECONDS = 600;

    /** The kernel takes 128 KiB for one argument (MAX_ARG_STRLEN). */
    private static final int LONGEST_COMMAND = 100_000;

    private static final ToolDefinition DEFINITION = Schema.tool(
            "run_command",
            "Runs a bash command at the root, in the sandbox, without network. Answers exit code and output.",
            """
            {"type":"object","properties":{"command":{"type":"string"},"timeout_s":{"type":"integer"}},\
            "required":["command"]}""");

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolOutcome use(Workbench bench, Arguments arguments) throws BadInput, InterruptedException {
        var seconds = Math.clamp(arguments.number("timeout_s", DEFAULT_SECONDS), 1, MOST_SECONDS);
        var asked = Duration.ofSeconds(seconds);
        var wall = asked.compareTo(bench.left()) < 0 ? asked : bench.left();
        try {
            var finished = Commands.run(bench, command(arguments), wall);
            return new ToolOutcome.Answered(answer(bench, finished), finished.ok(), true);
        } catch (PreparationFailed failed) {
            throw new BadInput("Dependencies could not be fetched: " + failed.getMessage());
        } catch (SandboxFault fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        }
    }

    private static String command(Arguments arguments) throws BadInput {
        var command = arguments.text("command");
        if (command.isBlank() || command.indexOf('\0') >= 0) {
            throw new BadInput("That is no command.");
        }
        if (command.getBytes(StandardCharsets.UTF_8).length > LONGEST_COMMAND) {
            throw new BadInput("A command has " + LONGEST_COMMAND + " bytes at most; write a script and run that.");
        }
        return command;
    }

    private static String answer(Workbench bench, Finished finished) {
        try {
            var output = Commands.show(bench, finished);
            var limit = finished.limit()
                    .map(reached -> Commands.words(reached) + "\n")
                    .orElse("");
            return limit + "exit code " + finished.exitCode() + "\n" + output;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
