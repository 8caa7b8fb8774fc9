package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.gate.TestReports;
import com.fabricadeagentes.agents.gate.TestResults;
import com.fabricadeagentes.agents.tools.Commands;
import com.fabricadeagentes.agents.tools.Outputs;
import com.fabricadeagentes.agents.tools.Workbench;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.Finished;
import com.fabricadeagentes.sandbox.SandboxFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Runs one gate's command in the box and reads what it reported. */
final class GateBox {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private GateBox() {}

    /** @param file where the whole output is kept */
    record Ran(boolean ok, String output, Optional<TestResults> tests, String file) {}

    static Ran run(Workbench bench, String command, Phase phase) throws InterruptedException {
        var wall = bench.left().compareTo(LONGEST) < 0 ? bench.left() : LONGEST;
        try {
            if (phase == Phase.TEST) {
                TestReports.clear(bench.root());
            }
            return ran(bench, Commands.run(bench, command, wall), phase);
        } catch (PreparationFailed failed) {
            return new Ran(false, "Dependencies could not be fetched: " + failed.getMessage(), Optional.empty(), "");
        } catch (SandboxFault fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Ran ran(Workbench bench, Finished finished, Phase phase) throws IOException {
        var text = Commands.text(finished);
        var limit =
                finished.limit().map(reached -> Commands.words(reached) + "\n").orElse("");
        var tests = phase == Phase.TEST ? TestReports.read(bench.root(), text) : Optional.<TestResults>empty();
        var file = Outputs.keep(bench, finished.output());
        return new Ran(finished.ok(), limit + text, tests, file);
    }
}
