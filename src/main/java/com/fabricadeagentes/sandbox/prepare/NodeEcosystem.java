package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** npm, without any package's scripts, from the machine's registry alone; a project's {@code .npmrc} is not read. */
@Component
@Order(2)
final class NodeEcosystem implements Ecosystem {

    private static final Set<String> FILES = Set.of("package.json", "package-lock.json");
    private static final List<String> KINDS =
            List.of("dependencies", "devDependencies", "optionalDependencies", "peerDependencies");
    private static final List<String> QUIET =
            List.of("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--progress=false");

    /** A version, a range or a tag; addresses, paths and repositories would fetch from elsewhere. */
    private static final Pattern FROM_REGISTRY = Pattern.compile("(npm:@?[\\w./~-]+@)?[\\w .<>=^~|*+-]*");

    private static final Pattern RESOLVED_IN_REGISTRY = Pattern.compile("https://registry\\.npmjs\\.org/.*");

    @Override
    public String name() {
        return "node";
    }

    @Override
    public BuildFiles concerning(BuildFiles all) {
        var files = all.only(FILES::contains);
        var json = files.texts().get("package.json");
        return json != null && KINDS.stream().anyMatch(json::contains) ? files : files.only(_ -> false);
    }

    @Override
    public void fetch(BuildFiles files, Path entry, Path scratch, Optional<Path> previous)
            throws PreparationFailed, IOException, InterruptedException {
        check(tree("package.json", files));
        files.copyTo(scratch);
        if (files.texts().containsKey("package-lock.json")) {
            checkLock(tree("package-lock.json", files));
        } else {
            npm("Resolving with npm", scratch, "install", "--package-lock-only");
        }
        npm("Fetching with npm", scratch, "ci");
        var modules = scratch.resolve("node_modules");
        Files.createDirectories(modules);
        Files.move(modules, entry.resolve("node_modules"));
    }

    @Override
    public Offer offer(Path entry) {
        var modules = new Box.Mount(entry.resolve("node_modules"), "/work/node_modules");
        return new Offer(List.of(modules), Map.of(), List.of("node_modules"));
    }

    private static void npm(String what, Path scratch, String... arguments)
            throws PreparationFailed, IOException, InterruptedException {
        var line = new ArrayList<>(List.of("npm"));
        line.addAll(List.of(arguments));
        line.addAll(QUIET);
        new Step(
                        what,
                        line,
                        scratch,
                        scratch,
                        Map.of("npm_config_cache", scratch.resolve(".cache").toString()))
                .run();
    }

    private static JsonNode tree(String path, BuildFiles files) throws PreparationFailed {
        try {
            return Json.tree(files.texts().getOrDefault(path, ""));
        } catch (JacksonException broken) {
            throw new PreparationFailed(path + " is not valid JSON: " + broken.getOriginalMessage());
        }
    }

    private static void check(JsonNode description) throws PreparationFailed {
        for (var kind : KINDS) {
            for (var dependency : description.path(kind).properties()) {
                if (!FROM_REGISTRY.matcher(dependency.getValue().asString("")).matches()) {
                    throw new PreparationFailed("package.json: " + dependency.getKey() + " comes from "
                            + dependency.getValue() + "; only versions from the registry are fetched.");
                }
            }
        }
    }

    private static void checkLock(JsonNode lock) throws PreparationFailed {
        for (var locked : lock.path("packages").properties()) {
            var resolved = locked.getValue().path("resolved").asString("");
            boolean linked = locked.getValue().path("link").asBoolean(false);
            if (linked
                    || !resolved.isEmpty()
                            && !RESOLVED_IN_REGISTRY.matcher(resolved).matches()) {
                throw new PreparationFailed("package-lock.json: " + locked.getKey() + " comes from " + resolved
                        + "; only packages from the registry are fetched.");
            }
        }
    }
}
