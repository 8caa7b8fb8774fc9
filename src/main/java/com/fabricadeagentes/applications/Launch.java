package com.fabricadeagentes.applications;

import com.fabricadeagentes.repositories.Repositories;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.Limits;
import com.fabricadeagentes.sandbox.Recipes;
import com.fabricadeagentes.sandbox.Recipes.InvalidRecipe;
import com.fabricadeagentes.sandbox.Running;
import com.fabricadeagentes.sandbox.Sandbox;
import com.fabricadeagentes.sandbox.SandboxFault;
import com.fabricadeagentes.sandbox.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Brings an application up: main's files, its dependencies, its build, its server, and a relay to a unix socket. */
@Component
class Launch {

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    /** Each box has a loopback of its own, so the number never meets another's. */
    private static final String PORT = "8080";

    private final Repositories repositories;
    private final Recipes recipes;
    private final Dependencies dependencies;
    private final Sandbox sandbox;
    private final ApplicationsProperties properties;
    private final Answering answering;
    private final Clock clock;

    Launch(
            Repositories repositories,
            Recipes recipes,
            Dependencies dependencies,
            Sandbox sandbox,
            ApplicationsProperties properties,
            Answering answering,
            Clock clock) {
        this.repositories = repositories;
        this.recipes = recipes;
        this.dependencies = dependencies;
        this.sandbox = sandbox;
        this.properties = properties;
        this.answering = answering;
        this.clock = clock;
    }

    /** Until it answers or has failed; the outcome is in the application. */
    void launch(Application application) {
        try {
            begin(application);
        } catch (NotStarted | PreparationFailed | InvalidRecipe expected) {
            fail(application, String.valueOf(expected.getMessage()));
        } catch (SandboxFault fault) {
            fail(application, String.valueOf(fault.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fail(application, "The server is stopping.");
        } catch (IOException | RuntimeException fault) {
            LOG.atError()
                    .setCause(fault)
                    .addKeyValue("project", application.projectKey)
                    .log("application not started");
            fail(application, "The platform could not start the application; its log says why.");
        }
    }

    void clear(Application application) {
        try {
            FileSystemUtils.deleteRecursively(application.directory);
        } catch (IOException cause) {
            LOG.atWarn().setCause(cause).log("application's files not removed");
        }
    }

    private void begin(Application application)
            throws NotStarted, PreparationFailed, InvalidRecipe, SandboxFault, InterruptedException, IOException {
        var workspace = Files.createDirectories(application.workspace());
        var sockets = Files.createDirectories(application.socketDirectory());
        Files.setPosixFilePermissions(sockets, PosixFilePermissions.fromString("rwxrwxrwx"));
        repositories.export(application.project, application.commit, workspace);
        var recipe = recipes.read(new CommitTree(application));
        var start = recipe.start()
                .orElseThrow(() -> new NotStarted("Nothing says how to start it: give start in .factory.yml."));
        var prepared = dependencies.prepare(application.project, workspace);
        var environment = new HashMap<>(prepared.environment());
        environment.put("PORT", PORT);
        var box = new Box(workspace, prepared.mounts(), environment, Limits.DEFAULT, sockets);
        if (recipe.build().isPresent()) {
            build(application, box, recipe.build().get());
        }
        if (!application.isUp()) {
            return;
        }
        // The relay ends with the box; the application is what the box lives by.
        var running =
                sandbox.start(box, "socat UNIX-LISTEN:/sock/app.sock,fork,mode=666 TCP:127.0.0.1:$PORT &\n" + start);
        if (!application.started(running, recipe.openapi())) {
            running.stop();
            return;
        }
        await(application, running);
    }

    private void build(Application application, Box box, String command)
            throws NotStarted, SandboxFault, InterruptedException, IOException {
        var finished = sandbox.run(box, command);
        application.printsTo(finished.output());
        if (!finished.ok()) {
            throw new NotStarted("Its build ended with " + finished.exitCode() + ":\n" + Tail.lines(finished.output()));
        }
    }

    private void await(Application application, Running running) throws NotStarted, InterruptedException, IOException {
        long deadline = System.nanoTime() + properties.startWithin().toNanos();
        while (System.nanoTime() < deadline) {
            if (answering.accepts(application.socket())) {
                application.answers(clock.instant());
                var _ = running.finished().thenAccept(finished -> ended(application, finished.exitCode()));
                return;
            }
            if (ends(running)) {
                throw new NotStarted("It ended before it listened on PORT:\n" + Tail.lines(running.output()));
            }
        }
        running.stop();
        throw new NotStarted("It did not listen on PORT within %d s:\n%s"
                .formatted(properties.startWithin().toSeconds(), Tail.lines(running.output())));
    }

    /** Whether it ends within a short while. */
    private static boolean ends(Running running) throws InterruptedException {
        try {
            running.finished().get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException broken) {
            return true;
        }
    }

    private static void ended(Application application, int exitCode) {
        application.failed("It ended by itself with " + exitCode + ":\n"
                + application.output().map(Tail::lines).orElse(""));
    }

    private static void fail(Application application, String why) {
        application.failed(why);
        application.stop();
    }

    /** Said to the person: why it does not run. */
    private static final class NotStarted extends Exception {
        NotStarted(String message) {
            super(message);
        }
    }

    private final class CommitTree implements SourceTree {

        private final Application application;

        CommitTree(Application application) {
            this.application = application;
        }

        @Override
        public Optional<String> read(String path) {
            return repositories.read(application.project, application.commit, path);
        }

        @Override
        public List<String> list() {
            return repositories.list(application.project, application.commit);
        }
    }
}
