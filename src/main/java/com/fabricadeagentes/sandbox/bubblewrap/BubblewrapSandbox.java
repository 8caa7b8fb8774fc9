package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Finished;
import com.fabricadeagentes.sandbox.Limits;
import com.fabricadeagentes.sandbox.Running;
import com.fabricadeagentes.sandbox.Sandbox;
import com.fabricadeagentes.sandbox.SandboxFault;
import com.fabricadeagentes.sandbox.process.BoxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs commands by bubblewrap, as an unprivileged user with an empty environment and no network. */
@Component
final class BubblewrapSandbox implements Sandbox, AutoCloseable {

    private final Path etc;
    private final Path outputs;
    private final Cgroups cgroups;
    private final Shells shells;

    BubblewrapSandbox(Installation installation, Clock clock) {
        this.etc = installation.workDirectory("box-etc");
        this.outputs = installation.workDirectory("box-output");
        this.cgroups = Cgroups.detect(clock.instant());
        this.shells = new Shells(cgroups);
    }

    @Override
    public String name() {
        return "bubblewrap";
    }

    @Override
    public Probe probe() {
        try {
            var workspace = Files.createTempDirectory("factory-probe-");
            try {
                Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxrwxrwx"));
                var limits = Limits.DEFAULT.withWall(Duration.ofSeconds(10));
                var box = new Box(workspace, List.of(), Map.of(), limits, null);
                var finished = run(box, "echo works > /work/it && cat /work/it");
                var said = Files.readString(finished.output());
                Files.delete(finished.output());
                Files.deleteIfExists(workspace.resolve("it"));
                return finished.ok()
                        ? new Probe(true, "bubblewrap, control groups " + cgroups.version())
                        : new Probe(false, "bubblewrap does not work here: " + said.strip());
            } finally {
                Files.delete(workspace);
            }
        } catch (IOException | SandboxFault fault) {
            return new Probe(false, String.valueOf(fault.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Probe(false, "stopped while trying");
        }
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
        try {
            var shell = shells.take();
            shell.become(
                    new CommandLine(prepared()).of(box, script, shell.cgroup().isPresent()), box.limits());
            return BoxProcess.attend(shell.process(), box, outputs, timed, new BoxProcess.Accounting() {
                @Override
                public Optional<Finished.Limit> breach() {
                    return shell.cgroup().flatMap(Cgroup::breach);
                }

                @Override
                public void close() throws IOException {
                    shell.close();
                }
            });
        } catch (IOException cause) {
            throw new SandboxFault(
                    "The sandbox could not be started: " + cause.getMessage()
                            + ". On Debian: apt-get install bubblewrap util-linux",
                    cause);
        }
    }

    /** Boxes that run end with the server; the shell that waits is told to. */
    @Override
    public void close() throws IOException {
        shells.close();
    }

    /** The few files of /etc that programs ask for; they name nobody of the host. */
    private Path prepared() throws IOException {
        if (!Files.exists(etc.resolve("nsswitch.conf"))) {
            Files.writeString(etc.resolve("passwd"), "u:x:65534:65534:u:/home/u:/bin/bash\n");
            Files.writeString(etc.resolve("group"), "u:x:65534:\n");
            Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost sandbox\n::1 localhost\n");
            Files.writeString(etc.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files\n");
        }
        return etc;
    }
}
