package com.fabricadeagentes.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A generated application on disk: compiled by the real compiler, tested by the real JUnit, in this process. */
public final class GeneratedProject {

    private final Path sources;
    private final Path classes;

    private GeneratedProject(Path sources, Path classes) {
        this.sources = sources;
        this.classes = classes;
    }

    public static GeneratedProject in(Path directory) {
        return new GeneratedProject(directory, directory.resolve("target/classes"));
    }

    public GeneratedProject write(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = sources.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return this;
    }

    /** Compiles everything as the skeleton's build does: all warnings, each an error. */
    public GeneratedProject compile() throws IOException {
        try (var files = Files.walk(sources.resolve("src"))) {
            compile(files.filter(file -> file.toString().endsWith(".java")).toList());
        }
        var document = sources.resolve("src/main/resources/openapi.json");
        Files.copy(document, classes.resolve("openapi.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    /** Compiles one changed file over the others. */
    public GeneratedProject compile(String path) throws IOException {
        compile(List.of(sources.resolve(path)));
        return this;
    }

    private void compile(List<Path> files) throws IOException {
        Files.createDirectories(classes);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        var arguments = List.of(
                "-Xlint:all",
                "-Werror",
                "--release",
                "25",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                classes + ":" + System.getProperty("java.class.path"));
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var done = compiler.getTask(new PrintWriter(messages), manager, null, lintable(arguments), null, units)
                    .call();
            assertThat(done).as(messages.toString()).isTrue();
        }
    }

    /** Entries of our own class path that jars name but nobody ships are no fault of the generated code. */
    private static List<String> lintable(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.set(0, "-Xlint:all,-path,-classfile");
        return all;
    }

    /** Runs every test of those classes; all of them without names. */
    public TestExecutionSummary test(String... names) throws IOException {
        var urls = new URL[] {url()};
        var listener = new SummaryGeneratingListener();
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(urls, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            var request = LauncherDiscoveryRequestBuilder.request()
                    .filters(EngineFilter.includeEngines("junit-jupiter"))
                    .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false");
            for (var name : names.length == 0 ? testClasses() : List.of(names)) {
                request.selectors(DiscoverySelectors.selectClass(loader, name));
            }
            LauncherFactory.create().execute(request.build(), listener);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return listener.getSummary();
    }

    private List<String> testClasses() throws IOException {
        var root = sources.resolve("src/test/java");
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.java"))
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .toList();
        }
    }

    private URL url() throws MalformedURLException {
        return classes.toUri().toURL();
    }

    public static String failures(TestExecutionSummary summary) {
        var text = new StringBuilder();
        summary.getFailures()
                .forEach(failure -> text.append(failure.getTestIdentifier().getDisplayName())
                        .append(": ")
                        .append(failure.getException())
                        .append('\n'));
        return text.toString();
    }
}
