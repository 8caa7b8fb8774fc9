package com.fabricadeagentes.applications;

import com.fabricadeagentes.agile.Board.Project;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project's application as the API shows it. */
record ApplicationAnswer(
        Application.Status status,

        @Schema(description = "Where it answers while it runs; a path unless applications have a host of their own.")
        @Nullable
        String url,

        String logsUrl,

        @Schema(description = "Why it failed, with the last lines it printed.") @Nullable
        String error,

        @Schema(description = "The commit of main it was started from.") @Nullable
        String commit,

        @Schema(description = "Whether main has moved since; starting it anew serves the newest.")
        boolean outdated) {

    static ApplicationAnswer of(Project project, Optional<Application> known, String host, @Nullable String head) {
        var logs = "/api/v1/projects/" + project.id() + "/app/logs";
        if (known.isEmpty()) {
            return new ApplicationAnswer(Application.Status.STOPPED, null, logs, null, null, false);
        }
        var application = known.get();
        var status = application.status();
        return new ApplicationAnswer(
                status,
                status == Application.Status.RUNNING ? host + application.prefix() + "/" : null,
                logs,
                status == Application.Status.FAILED ? application.error() : null,
                application.commit,
                application.isUp() && !application.commit.equals(head));
    }

    /** For the audit trail: who knows the address needs no other key. */
    ApplicationAnswer withoutAddress() {
        return new ApplicationAnswer(status, null, logsUrl, error, commit, outdated);
    }
}
