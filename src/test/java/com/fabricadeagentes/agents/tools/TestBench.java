package com.fabricadeagentes.agents.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agents.tools.ToolOutcome.Answered;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ContentBlock.ToolCall;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Limits;
import com.fabricadeagentes.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A workbench over a temporary directory, with every tool and the real sandbox. */
final class TestBench {

    static final List<String> ALL = List.of(
            "list_files",
            "read_file",
            "search",
            "write_file",
            "edit_file",
            "run_command",
            "ask_human",
            "finish",
            "submit_plan",
            "submit_review");

    private static final long MIB = 1024L * 1024;

    final Path root;
    final Path outside;
    final Toolbox toolbox = new Toolbox(List.of(
            new ListFiles(),
            new ReadFile(),
            new Search(),
            new WriteFile(),
            new EditFile(),
            new RunCommand(),
            new AskHuman(),
            new Finish(),
            new SubmitPlan(),
            new SubmitReview()));
    final Workbench bench;

    TestBench(Path temporary) throws IOException {
        for (Path step = temporary; step != null && step.startsWith("/tmp/"); step = step.getParent()) {
            Files.setPosixFilePermissions(step, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        root = Files.createDirectory(temporary.resolve("repository"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        outside = Files.createDirectory(temporary.resolve("outside"));
        var limits = new Limits(256 * MIB, 1, 64, 16 * MIB, 64 * MIB, MIB, Duration.ofSeconds(20));
        bench = new Workbench(
                root,
                sandbox(temporary),
                () -> new Box(root, List.of(), Map.of(), limits, null),
                temporary.resolve("outputs"),
                Duration.ofMinutes(5));
    }

    private static Sandbox sandbox(Path temporary) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(
                    Installation.class, () -> new Installation(temporary.resolve("home"), null, null, null));
            context.registerBean(Clock.class, Clock::systemUTC);
            context.scan("com.fabricadeagentes.sandbox.bubblewrap");
            context.refresh();
            return context.getBean(Sandbox.class);
        }
    }

    ToolOutcome outcome(String tool, Object input) throws InterruptedException {
        return toolbox.use(bench, ALL, new ToolCall("call-1", tool, Json.tree(Json.write(input))));
    }

    Answered use(String tool, Map<String, ?> input) throws InterruptedException {
        return (Answered) outcome(tool, input);
    }

    /** What a tool answers that is expected to work. */
    String works(String tool, Map<String, ?> input) throws InterruptedException {
        var answer = use(tool, input);
        assertThat(answer.ok()).as(answer.text()).isTrue();
        return answer.text();
    }

    /** What a tool answers that is expected to refuse. */
    String refused(String tool, Map<String, ?> input) throws InterruptedException {
        var answer = use(tool, input);
        assertThat(answer.ok()).as(answer.text()).isFalse();
        return answer.text();
    }

    Path has(String path, String content) throws IOException {
        return has(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Path has(String path, byte[] content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.write(file, content);
    }
}
