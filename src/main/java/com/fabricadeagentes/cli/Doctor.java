package com.fabricadeagentes.cli;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Examines the machine as it is, and says of each thing how it stands and what would help. */
final class Doctor {

    private final Terminal terminal;
    private final List<Supplier<Finding>> checks;

    Doctor(Terminal terminal, List<Supplier<Finding>> checks) {
        this.terminal = terminal;
        this.checks = List.copyOf(checks);
    }

    static Doctor ofMachine(Context context) {
        var toolchain = new ToolchainChecks(new MachinePrograms(), context);
        var services = new ServiceChecks(context);
        return new Doctor(
                context.terminal(),
                Stream.concat(toolchain.all().stream(), services.all().stream()).toList());
    }

    /** @return the exit code: 1 where something that is needed is missing */
    int examine() {
        var fails = 0;
        for (var check : checks) {
            var finding = check.get();
            terminal.say(finding.line(terminal.style()));
            fails += finding.level() == Finding.Level.FAIL ? 1 : 0;
        }
        return fails == 0 ? 0 : 1;
    }
}
