package com.fabricadeagentes.applications;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.sandbox.Running;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One start of a project's application on this node, from the order to its end. */
final class Application {

    enum Status {
        STOPPED,
        STARTING,
        RUNNING,
        FAILED
    }

    final TenantId tenant;
    final ProjectId project;
    final String projectKey;
    final String secret;
    final String commit;
    final Path directory;

    private Status status = Status.STARTING;
    private Instant lastUse;
    private String error = "";
    private Optional<String> openapi = Optional.empty();
    private @Nullable Running running;
    private @Nullable Path output;

    Application(
            TenantId tenant,
            ProjectId project,
            String projectKey,
            String secret,
            String commit,
            Path directory,
            Instant now) {
        this.tenant = tenant;
        this.project = project;
        this.projectKey = projectKey;
        this.secret = secret;
        this.commit = commit;
        this.directory = directory;
        this.lastUse = now;
    }

    /** The path its address begins with, without a slash at the end. */
    String prefix() {
        return "/apps/" + projectKey + "~" + secret;
    }

    Path workspace() {
        return directory.resolve("work");
    }

    Path socketDirectory() {
        return directory.resolve("sock");
    }

    Path socket() {
        return socketDirectory().resolve("app.sock");
    }

    synchronized Status status() {
        return status;
    }

    synchronized String error() {
        return error;
    }

    synchronized Optional<String> openapi() {
        return openapi;
    }

    synchronized Optional<Path> output() {
        return Optional.ofNullable(output);
    }

    synchronized Instant lastUse() {
        return lastUse;
    }

    synchronized void used(Instant now) {
        lastUse = now;
    }

    synchronized void printsTo(Path file) {
        output = file;
    }

    /** @return false where it was stopped meanwhile: the caller must then stop what it started */
    synchronized boolean started(Running process, Optional<String> document) {
        if (status != Status.STARTING) {
            return false;
        }
        running = process;
        output = process.output();
        openapi = document;
        return true;
    }

    synchronized void answers(Instant now) {
        if (status == Status.STARTING) {
            status = Status.RUNNING;
            lastUse = now;
        }
    }

    /** Of no effect where a person stopped it. */
    synchronized void failed(String why) {
        if (status != Status.STOPPED) {
            status = Status.FAILED;
            error = why;
        }
    }

    void stop() {
        Running process;
        synchronized (this) {
            if (status != Status.FAILED) {
                status = Status.STOPPED;
            }
            process = running;
        }
        if (process != null) {
            process.stop();
        }
    }

    synchronized boolean isUp() {
        return status == Status.STARTING || status == Status.RUNNING;
    }
}
