package com.fabricadeagentes.sandbox.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.Recipes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real Maven, Maven Central and box; the platform's own entries are fetched once for all tests. */
@Tag("long")
class JavaProjectTest {

    private static Machine machine;

    @BeforeAll
    static void start() throws IOException {
        machine = new Machine();
    }

    @AfterAll
    static void stop() throws IOException {
        machine.close();
    }

    @Test
    void a_new_java_project_passes_its_lint_and_its_tests_without_a_network() throws Exception {
        var workspace = skeleton("shop");
        var prepared = machine.prepare(machine.project(), workspace);

        var lint = machine.run(workspace, prepared, "mvn -q -B test-compile checkstyle:check");
        var test = machine.run(workspace, prepared, "mvn -q -B test");

        assertThat(lint.exitCode()).as(lint.output()).isZero();
        assertThat(test.exitCode()).as(test.output()).isZero();
        assertThat(workspace.resolve("target/surefire-reports/TEST-app.MainTest.xml"))
                .exists();
        assertThat(test.output()).doesNotContain("WARNING", "Picked up");
        var build = machine.run(workspace, prepared, "mvn -q -B -DskipTests package && ls target/*.jar");
        assertThat(build.exitCode()).as(build.output()).isZero();
    }

    @Test
    void a_second_new_project_takes_over_what_the_platform_has_fetched() throws Exception {
        machine.prepare(machine.project(), skeleton("first"));

        var begun = System.nanoTime();
        var prepared = machine.prepare(machine.project(), skeleton("second"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(prepared.changed()).isTrue();
    }

    @Test
    void a_project_that_changed_nothing_has_nothing_to_fetch() throws Exception {
        var project = machine.project();
        var workspace = skeleton("shop");
        machine.prepare(project, workspace);

        var begun = System.nanoTime();
        var again = machine.prepare(project, workspace);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(100));
        assertThat(again.changed()).isFalse();
        assertThat(again.summary()).isEqualTo("nothing to fetch");
    }

    @Test
    void a_dependency_that_is_added_can_be_used_without_a_network() throws Exception {
        var project = machine.project();
        var workspace = skeleton("shop");
        machine.prepare(project, workspace);
        addDependency(workspace, "org.apache.commons", "commons-csv", "1.14.0");
        Files.writeString(workspace.resolve("src/main/java/app/Main.java"), """
                package app;

                public final class Main {
                    private Main() {}

                    static int twice(int n) {
                        return org.apache.commons.csv.CSVFormat.DEFAULT.getDelimiterString().length() * 2 * n;
                    }
                }
                """);

        var prepared = machine.prepare(project, workspace);

        var test = machine.run(workspace, prepared, "mvn -q -B test");
        assertThat(test.exitCode()).as(test.output()).isZero();
        assertThat(prepared.changed()).isTrue();
    }

    @Test
    void a_dependency_that_does_not_exist_is_named() throws Exception {
        var workspace = skeleton("shop");
        addDependency(workspace, "org.apache.commons", "commons-imaginary", "9.9");

        assertThatThrownBy(() -> machine.prepare(machine.project(), workspace))
                .isInstanceOf(PreparationFailed.class)
                .hasMessageContaining("org.apache.commons:commons-imaginary:jar:9.9")
                .hasMessageNotContaining("Re-run Maven");
    }

    @Test
    void the_detected_lint_finds_warnings_and_defects_in_a_project_of_old() throws Exception {
        var workspace = skeleton("old");
        Files.delete(workspace.resolve("checkstyle.xml"));
        Files.writeString(workspace.resolve("pom.xml"), OLD_POM);
        var prepared = machine.prepare(machine.project(), workspace);
        var lint = machine.context(Recipes.class)
                .read(new Listed(workspace))
                .lint()
                .orElseThrow();

        var clean = machine.run(workspace, prepared, lint);
        write(workspace, "import java.util.List;\n\npublic final class Bad {}\n");
        var defect = machine.run(workspace, prepared, lint);
        write(workspace, "public final class Bad {\n    java.util.List<?> raw = new java.util.ArrayList();\n}\n");
        var warning = machine.run(workspace, prepared, lint);

        assertThat(clean.exitCode()).as(clean.output()).isZero();
        assertThat(defect.exitCode()).as(defect.output()).isNotZero();
        assertThat(defect.output()).contains("UnusedImports");
        assertThat(warning.exitCode()).as(warning.output()).isNotZero();
        assertThat(warning.output()).contains("[rawtypes]");
        var test = machine.run(workspace, prepared, "mvn -q -B test");
        assertThat(test.exitCode()).as(test.output()).isZero();
    }

    private static final String OLD_POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>app</groupId>
              <artifactId>old</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.source>17</maven.compiler.source>
                <maven.compiler.target>17</maven.compiler.target>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <version>5.10.2</version>
                  <scope>test</scope>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>maven-surefire-plugin</artifactId>
                    <version>3.2.5</version>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static void write(Path workspace, String body) throws IOException {
        Files.writeString(workspace.resolve("src/main/java/app/Bad.java"), "package app;\n\n" + body);
    }

    private static void addDependency(Path workspace, String group, String name, String version) throws IOException {
        var pom = workspace.resolve("pom.xml");
        var dependency = "<dependencies>" + Artifact.jar(group, name, version).xml();
        Files.writeString(pom, Files.readString(pom).replaceFirst("<dependencies>", dependency));
    }

    private static Path skeleton(String name) throws IOException {
        var workspace = machine.workspace();
        for (var file : new String[] {"pom.xml", "checkstyle.xml", ".factory.yml"}) {
            try (var in = JavaProjectTest.class.getResourceAsStream("/skeletons/java/" + file)) {
                var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(workspace.resolve(file), text.replace("@artifact@", name));
            }
        }
        var main = Files.createDirectories(workspace.resolve("src/main/java/app"));
        Files.writeString(
                main.resolve("Main.java"),
                "package app;\n\npublic final class Main {\n    private Main() {}\n\n"
                        + "    static int twice(int n) {\n        return 2 * n;\n    }\n}\n");
        var test = Files.createDirectories(workspace.resolve("src/test/java/app"));
        Files.writeString(
                test.resolve("MainTest.java"),
                "package app;\n\nimport org.junit.jupiter.api.Assertions;\nimport org.junit.jupiter.api.Test;\n\n"
                        + "class MainTest {\n    @Test\n    void doubles() {\n"
                        + "        Assertions.assertEquals(4, Main.twice(2));\n    }\n}\n");
        return workspace;
    }
}
