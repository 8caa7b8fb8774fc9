package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.toolchains.Tool;
import com.fabricadeagentes.sandbox.toolchains.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** pip, wheels only: building a source distribution would run code of whoever wrote it. */
@Component
@Order(3)
final class PythonEcosystem implements Ecosystem {

    private static final String PROJECT = "pyproject.toml";

    /** PEP 508 without direct references: a name, extras, versions, markers. */
    private static final Pattern REQUIREMENT =
            Pattern.compile("[A-Za-z0-9][\\w.-]*\\s*(\\[[\\w\\s,.-]*\\])?\\s*(\\(?[<>=!~][^@;/]*)?(;.*)?");

    private static final Pattern OTHER_FILE = Pattern.compile("(-r|--requirement)[ =]\\s*requirements[\\w.-]*\\.txt");

    /** TOML is read by Python's own parser; it prints a JSON list. */
    private static final String READ_PROJECT = """
            import json, sys, tomllib
            project = tomllib.load(open(sys.argv[1], 'rb')).get('project', {})
            extra = project.get('optional-dependencies', {})
            print(json.dumps(project.get('dependencies', []) + extra.get('test', []) + extra.get('dev', [])))
            """;

    private final Toolchains toolchains;

    PythonEcosystem(Toolchains toolchains) {
        this.toolchains = toolchains;
    }

    @Override
    public String name() {
        return "python";
    }

    @Override
    public BuildFiles concerning(BuildFiles all) {
        var files = all.only(path -> path.equals(PROJECT) || path.endsWith(".txt"));
        boolean names = files.texts().entrySet().stream()
                .anyMatch(file ->
                        !file.getKey().equals(PROJECT) || file.getValue().contains("dependencies"));
        return names ? files : files.only(_ -> false);
    }

    @Override
    public void fetch(BuildFiles files, Path entry, Path scratch, Optional<Path> previous)
            throws PreparationFailed, IOException, InterruptedException {
        files.copyTo(scratch);
        var site = Files.createDirectory(entry.resolve("site"));
        var python =
                toolchains.find("python3").map(Tool::path).map(Path::toString).orElse("python3");
        var wanted = requirements(files, scratch, python);
        if (wanted.isEmpty()) {
            return;
        }
        var list = Files.write(scratch.resolve("factory-requirements"), wanted);
        var line = new ArrayList<>(List.of(python, "-m", "pip", "install", "--quiet", "--no-input", "--no-compile"));
        line.addAll(List.of("--disable-pip-version-check", "--no-cache-dir", "--root-user-action=ignore"));
        line.addAll(List.of("--only-binary", ":all:", "--target", site.toString(), "-r", list.toString()));
        new Step("Fetching with pip", line, scratch, entry, Map.of()).run();
    }

    @Override
    public Offer offer(Path entry) {
        var site = new Box.Mount(entry.resolve("site"), "/deps/python");
        return new Offer(List.of(site), Map.of("PYTHONPATH", "/deps/python"), List.of());
    }

    private static List<String> requirements(BuildFiles files, Path scratch, String python)
            throws PreparationFailed, IOException, InterruptedException {
        var wanted = new ArrayList<String>();
        for (var file : files.texts().entrySet()) {
            var lines = file.getKey().equals(PROJECT) ? inProject(scratch, python) : lines(file.getValue());
            for (var line : lines) {
                if (OTHER_FILE.matcher(line).matches()) {
                    continue;
                }
                if (!REQUIREMENT.matcher(line).matches()) {
                    throw new PreparationFailed(file.getKey() + ": '" + line
                            + "' is not fetched; only names with versions, from the index, are.");
                }
                wanted.add(line);
            }
        }
        return wanted;
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> inProject(Path scratch, String python)
            throws PreparationFailed, IOException, InterruptedException {
        var line = List.of(
                python, "-I", "-c", READ_PROJECT, scratch.resolve(PROJECT).toString());
        var printed = new Step("Reading " + PROJECT, line, scratch, scratch, Map.of()).run();
        return List.of(Json.read(printed, String[].class));
    }
}
