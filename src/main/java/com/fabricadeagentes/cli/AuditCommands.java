package com.fabricadeagentes.cli;

import picocli.CommandLine.Command;

@Command(name = "audit", description = "The audit trail", synopsisSubcommandLabel = "COMMAND")
final class AuditCommands {

    private static final int NOT_AVAILABLE = 3;

    private final Context context;

    AuditCommands(Context context) {
        this.context = context;
    }

    @Command(description = "Check that nobody has tampered with the trail (comes with a later version; exits with 3)")
    int verify() {
        context.terminal()
                .complain("Nothing was verified: the audit trail is kept, but the chain that shows tampering comes with"
                        + " a later version.");
        return NOT_AVAILABLE;
    }
}
