package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.SandboxUser;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies;
import com.fabricadeagentes.sandbox.Dependencies.Prepared;
import com.fabricadeagentes.sandbox.Limits;
import com.fabricadeagentes.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** This machine with its real tools and box, and a directory of its own that the boxes' user can reach. */
final class Machine implements AutoCloseable {

    record ProjectId(UUID value) implements Id {}

    /** How a command ended, and what it printed. */
    record Ran(int exitCode, String output) {}

    @Configuration
    @ComponentScan("com.fabricadeagentes.sandbox")
    @ConfigurationPropertiesScan("com.fabricadeagentes.sandbox")
    static class Parts {}

    private final Path root;
    private final AnnotationConfigApplicationContext context;

    Machine() throws IOException {
        root = Files.createTempDirectory(
                Path.of("/var/tmp"),
                "factory-test-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Installation.class, () -> new Installation(root, root, null, null));
        context.register(Parts.class);
        context.refresh();
    }

    ProjectId project() {
        return new ProjectId(Ids.next());
    }

    Path root() {
        return root;
    }

    <T> T context(Class<T> part) {
        return context.getBean(part);
    }

    Prepared prepare(Id project, Path workspace) throws Exception {
        return context.getBean(Dependencies.class).prepare(project, workspace);
    }

    Path workspace() throws IOException {
        return Files.createDirectories(
                root.resolve("workspaces").resolve(Ids.next().toString()));
    }

    Ran run(Path workspace, Prepared prepared, String script) throws Exception {
        try (var files = Files.walk(workspace)) {
            for (var file : files.toList()) {
                if (SandboxUser.isRoot()) {
                    Files.setAttribute(file, "unix:uid", SandboxUser.UID);
                }
            }
        }
        var box = new Box(workspace, prepared.mounts(), prepared.environment(), Limits.DEFAULT, null);
        var finished = context.getBean(Sandbox.class).run(box, script);
        return new Ran(finished.exitCode(), Files.readString(finished.output()));
    }

    @Override
    public void close() throws IOException {
        context.close();
        Trees.delete(root);
    }
}
