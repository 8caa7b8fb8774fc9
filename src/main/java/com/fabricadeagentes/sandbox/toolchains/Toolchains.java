package com.fabricadeagentes.sandbox.toolchains;

import com.fabricadeagentes.sandbox.Box;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The machine's own tools, looked for once, in the background of the start; who asks earlier waits. Every tool found is
 * on the boxes' path, whatever the repository holds.
 */
@Component
public final class Toolchains {

    private static final Path USR = Path.of("/usr");
    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    /** A short-lived Maven: little heap, no optimising compiler, and none of newer JDKs' warnings about its libraries. */
    private static final String MAVEN_OPTIONS = "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private static final String MAVEN_OPTIONS_SINCE_24 =
            " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";
    private static final int UNSAFE_WARNED_SINCE = 24;

    private final CompletableFuture<List<Tool>> found = CompletableFuture.supplyAsync(
            Toolchains::search, task -> Thread.ofVirtual().name("toolchains").start(task));

    /** What was found, the JDK that boxes use first. */
    public List<Tool> tools() {
        return found.join();
    }

    public Optional<Tool> find(String name) {
        return tools().stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    /** Variables that make the tools work in a box. */
    public Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        var path = new LinkedHashSet<String>();
        find("jdk").ifPresent(jdk -> {
            environment.put("JAVA_HOME", home(jdk).toString());
            environment.put("MAVEN_OPTS", mavenOptions(jdk));
        });
        tools().forEach(tool -> path.add(String.valueOf(tool.path().getParent())));
        path.addAll(List.of(USUAL_PATH.split(":")));
        environment.put("PATH", String.join(":", path));
        return environment;
    }

    /** What boxes must see besides {@code /usr}, which they have anyway. */
    public List<Box.Mount> mounts() {
        return tools().stream()
                .map(Toolchains::home)
                .distinct()
                .filter(home -> !home.startsWith(USR) && !home.equals(Path.of("/")))
                .map(home -> new Box.Mount(home, home.toString()))
                .toList();
    }

    /** One line, for {@code factory doctor}: {@code jdk 25.0.1 (/usr/lib/jvm/…), maven 3.8.7 (…)}. */
    public String describe() {
        return tools().stream()
                .map(tool -> tool.name() + " " + tool.version() + " (" + tool.path() + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<Tool> search() {
        var search = new Search(Optional.ofNullable(System.getenv("PATH")).orElse(USUAL_PATH));
        var tools = new ArrayList<>(search.jdks(Optional.ofNullable(System.getenv("JAVA_HOME"))));
        tools.sort(Comparator.comparingInt(Tool::major).reversed());
        if (!tools.isEmpty()) {
            var home = home(tools.getFirst()).toString();
            search.program("mvn", Map.of("JAVA_HOME", home), "-v").ifPresent(tools::add);
        }
        search.program("node", Map.of(), "--version").ifPresent(tools::add);
        search.program("npm", Map.of(), "--version").ifPresent(tools::add);
        search.program("python3", Map.of(), "--version").ifPresent(python -> {
            tools.add(python);
            search.module(python, "pytest").ifPresent(tools::add);
            search.module(python, "flake8").ifPresent(tools::add);
        });
        return List.copyOf(tools);
    }

    private static String mavenOptions(Tool jdk) {
        return jdk.major() < UNSAFE_WARNED_SINCE ? MAVEN_OPTIONS : MAVEN_OPTIONS + MAVEN_OPTIONS_SINCE_24;
    }

    /** The directory above {@code bin}. */
    private static Path home(Tool tool) {
        return Optional.ofNullable(tool.path().getParent()).map(Path::getParent).orElse(Path.of("/"));
    }
}
