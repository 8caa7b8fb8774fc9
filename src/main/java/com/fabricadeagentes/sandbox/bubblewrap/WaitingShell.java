package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.sandbox.Limits;
import com.fabricadeagentes.sandbox.process.BoxStarter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A shell of the host that is in its control groups already and waits to be told what to become.
 *
 * @param cgroup its groups, where the machine has any
 */
record WaitingShell(Process process, Optional<Cgroup> cgroup) {

    /** When the server dies, the shell reads an empty line and ends. */
    private static final String WAIT = "mapfile -d '' -t line; ((${#line[@]})) && exec \"${line[@]}\"";

    static WaitingShell start(Optional<Cgroup> cgroup) throws IOException {
        var joining = cgroup.map(Cgroup::joining).orElse("");
        return new WaitingShell(BoxStarter.start(List.of("/bin/bash", "-c", joining + WAIT)), cgroup);
    }

    boolean waiting() {
        return process.isAlive();
    }

    /**
     * Becomes the program of this argument vector, within these limits, with nothing on its standard input.
     *
     * @throws IOException where it cannot; then it is gone
     */
    void become(List<String> line, Limits limits) throws IOException {
        try (var to = process.getOutputStream()) {
            if (cgroup.isPresent()) {
                cgroup.get().limit(limits);
            }
            for (var argument : line) {
                to.write(argument.getBytes(StandardCharsets.UTF_8));
                to.write(0);
            }
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    void close() throws IOException {
        process.destroyForcibly();
        if (cgroup.isPresent()) {
            cgroup.get().close();
        }
    }
}
