package com.fabricadeagentes.sandbox.plain;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Finished;
import com.fabricadeagentes.sandbox.Running;
import com.fabricadeagentes.sandbox.Sandbox;
import com.fabricadeagentes.sandbox.SandboxFault;
import com.fabricadeagentes.sandbox.process.BoxProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Runs commands as plain processes: no isolation, only time, output and disk are bounded. Never chosen but by the
 * operator's own word.
 */
@Component
final class UnsafeSandbox implements Sandbox {

    private final Path outputs;

    UnsafeSandbox(Installation installation) {
        this.outputs = installation.workDirectory("box-output");
    }

    @Override
    public String name() {
        return "unsafe";
    }

    @Override
    public Probe probe() {
        return new Probe(true, "no sandbox at all: FACTORY_SANDBOX=unsafe was set");
    }

    @Override
    public Finished run(Box box, String script) throws SandboxFault, InterruptedException {
        return start(box, script, true).await();
    }

    @Override
    public Running start(Box box, String script) throws SandboxFault {
        return start(box, script, false);
    }

    private BoxProcess start(Box box, String script, boolean timed) throws SandboxFault {
        var line = new ArrayList<>(List.of("env", "-i", "-C", box.workspace().toString()));
        line.add("PATH=/usr/local/bin:/usr/bin:/bin");
        box.environment().forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(List.of("/bin/bash", "-c", script));
        try {
            return BoxProcess.start(line, box, outputs, timed, new BoxProcess.Accounting() {
                @Override
                public Optional<Finished.Limit> breach() {
                    return Optional.empty();
                }

                @Override
                public void close() {
                    // a plain process has nothing to remove
                }
            });
        } catch (IOException cause) {
            throw new SandboxFault("The command could not be started: " + cause.getMessage(), cause);
        }
    }
}
