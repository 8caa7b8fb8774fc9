package com.fabricadeagentes.sandbox.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real npm, registry and box. */
@Tag("long")
class OtherProjectsTest {

    private Machine machine;

    @BeforeEach
    void start() throws IOException {
        machine = new Machine();
    }

    @AfterEach
    void stop() throws IOException {
        machine.close();
    }

    @Test
    void a_node_dependency_can_be_used_but_not_changed_in_the_box() throws Exception {
        var workspace = machine.workspace();
        Files.writeString(workspace.resolve("package.json"), "{\"dependencies\": {\"ms\": \"2.1.3\"}}");

        var prepared = machine.prepare(machine.project(), workspace);

        var used = machine.run(workspace, prepared, "node -p \"require('ms')('1h')\"");
        assertThat(used.output().strip()).isEqualTo("3600000");
        assertThat(machine.run(workspace, prepared, "touch node_modules/x").exitCode())
                .isNotZero();
    }

    @Test
    void a_node_dependency_from_elsewhere_is_refused() throws Exception {
        var workspace = machine.workspace();
        Files.writeString(workspace.resolve("package.json"), "{\"dependencies\": {\"x\": \"git+ssh://host/x\"}}");

        assertThatThrownBy(() -> machine.prepare(machine.project(), workspace))
                .isInstanceOf(PreparationFailed.class)
                .hasMessageContaining("git+ssh://host/x");
    }

    @Test
    void a_python_requirement_from_elsewhere_is_refused() throws Exception {
        var workspace = machine.workspace();
        Files.writeString(workspace.resolve("requirements.txt"), "--index-url http://10.0.0.1/\n");

        assertThatThrownBy(() -> machine.prepare(machine.project(), workspace))
                .isInstanceOf(PreparationFailed.class)
                .hasMessageContaining("--index-url");
    }

    @Test
    void every_tool_is_on_the_path_of_a_project_without_dependencies() throws Exception {
        var workspace = machine.workspace();

        var prepared = machine.prepare(machine.project(), workspace);

        var ran =
                machine.run(workspace, prepared, "javac -version && mvn -v && node -v && python3 -m pytest --version");
        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(prepared.changed()).isFalse();
    }

    @Test
    void a_step_sees_no_secret_of_the_server() throws Exception {
        var step = new Step("Listing", List.of("env"), machine.root(), machine.root(), Map.of("A", "b"));

        assertThat(step.run().lines().map(line -> line.split("=", 2)[0]))
                .contains("A", "PATH")
                .noneMatch(name -> name.startsWith("JWT") || name.startsWith("FACTORY") || name.equals("JAVA_HOME"));
    }
}
