package com.fabricadeagentes.sandbox.recipes;

import com.fabricadeagentes.kernel.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** The scripts of a {@code package.json}; one that cannot be parsed has none, and npm will say so itself. */
record NodePackage(Map<String, String> scripts) {

    /** What {@code npm init} writes where nobody has written a test. */
    private static final String NO_TEST = "no test specified";

    private static final Pattern ESLINT_CONFIG =
            Pattern.compile("(eslint\\.config\\.(js|mjs|cjs|ts)|\\.eslintrc(\\.(js|cjs|json|ya?ml))?)");

    private static final String SYNTAX = "find . -type d \\( -name node_modules -o -name coverage -o -name dist"
            + " -o -name '.?*' \\) -prune -o -type f \\( -name '*.js' -o -name '*.mjs' -o -name '*.cjs' \\) -print0"
            + " | xargs -0 -r -n 1 -P 2 node --check";

    static NodePackage of(String json) {
        try {
            var scripts = new HashMap<String, String>();
            Json.MAPPER.readTree(json).path("scripts").properties().forEach(script -> {
                if (script.getValue().isString()) {
                    scripts.put(script.getKey(), script.getValue().stringValue());
                }
            });
            return new NodePackage(Map.copyOf(scripts));
        } catch (JacksonException broken) {
            return new NodePackage(Map.of());
        }
    }

    Stack stack(List<String> files) {
        boolean eslint =
                files.stream().anyMatch(file -> ESLINT_CONFIG.matcher(file).matches());
        return new Stack(
                Optional.of(eslint ? "npx --no-install eslint ." : SYNTAX),
                Optional.of(hasTest() ? "npm test --silent" : "node --test --test-reporter=tap"),
                script("build").map(_ -> "npm run build --silent"),
                script("start").map(_ -> "npm start"));
    }

    private boolean hasTest() {
        return script("test").filter(command -> !command.contains(NO_TEST)).isPresent();
    }

    private Optional<String> script(String name) {
        return Optional.ofNullable(scripts.get(name)).filter(command -> !command.isBlank());
    }
}
