package com.fabricadeagentes.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The programs that the platform and the generated code need. */
final class ToolchainChecks {

    private static final int JDK = 25;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final String APT = "apt-get install -y --no-install-recommends ";
    private static final List<String> BOX = List.of("bwrap", "--unshare-all", "--ro-bind", "/", "/", "true");

    private final Programs programs;
    private final Context context;

    ToolchainChecks(Programs programs, Context context) {
        this.programs = programs;
        this.context = context;
    }

    private record Version(int major, int minor) {

        static Optional<Version> in(String text) {
            return VERSION.matcher(text)
                    .results()
                    .findFirst()
                    .map(found -> new Version(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
        }

        boolean reaches(int otherMajor, int otherMinor) {
            return major > otherMajor || major == otherMajor && minor >= otherMinor;
        }
    }

    List<Supplier<Finding>> all() {
        return List.of(
                () -> jdk(Runtime.version().feature()),
                this::git,
                () -> needed("maven", List.of("mvn", "-B", "--version"), "maven"),
                this::node,
                () -> wanted("python3", List.of("python3", "--version"), "python3"),
                () -> wanted("pytest", List.of("python3", "-m", "pytest", "--version"), "python3-pytest"),
                () -> wanted("flake8", List.of("flake8", "--version"), "flake8"),
                this::bubblewrap,
                this::socat,
                this::engine);
    }

    static Finding jdk(int feature) {
        return feature >= JDK
                ? Finding.ok("jdk", "Java " + feature)
                : Finding.fail("jdk", "Java " + feature + "; 25 is needed", "https://adoptium.net/installation/linux/");
    }

    Finding git() {
        return atLeast("git", List.of("git", "--version"), 2, 38, APT + "git")
                .orElseGet(() -> Finding.fail("git", "not there", APT + "git"));
    }

    Finding node() {
        return atLeast("node", List.of("node", "--version"), 20, 0, "https://nodejs.org/en/download")
                .orElseGet(() ->
                        Finding.warn("node", "not there; projects of stack node cannot be built", APT + "nodejs npm"));
    }

    Finding bubblewrap() {
        if (context.given("FACTORY_SANDBOX").filter("unsafe"::equals).isPresent()) {
            return Finding.warn(
                    "sandbox", "FACTORY_SANDBOX=unsafe: generated code runs unconfined", "unset FACTORY_SANDBOX");
        }
        if (programs.run(BOX).isPresent()) {
            return Finding.ok("sandbox", "bubblewrap made a box");
        }
        return programs.run(List.of("bwrap", "--version")).isPresent()
                ? Finding.fail(
                        "sandbox",
                        "bubblewrap is there but may not make a box (unprivileged user namespaces)",
                        "sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0")
                : Finding.fail("sandbox", "bubblewrap is not there; no generated code can run", APT + "bubblewrap");
    }

    Finding socat() {
        return programs.run(List.of("socat", "-V"))
                .map(_ -> Finding.ok("socat", "there"))
                .orElseGet(() -> Finding.warn("socat", "not there; applications cannot be started", APT + "socat"));
    }

    Finding engine() {
        return List.of("docker", "podman").stream()
                .filter(engine -> programs.run(List.of(engine, "info")).isPresent())
                .findFirst()
                .map(engine -> Finding.ok("engine", engine + " answers"))
                .orElseGet(() -> Finding.ok("engine", "no docker or podman; not needed, and untested here"));
    }

    private Finding needed(String name, List<String> command, String packages) {
        return found(name, command).orElseGet(() -> Finding.fail(name, "not there", APT + packages));
    }

    private Finding wanted(String name, List<String> command, String packages) {
        return found(name, command)
                .orElseGet(() ->
                        Finding.warn(name, "not there; projects of stack python cannot be built", APT + packages));
    }

    private Optional<Finding> found(String name, List<String> command) {
        return programs.run(command).map(output -> Finding.ok(name, firstLine(output)));
    }

    private Optional<Finding> atLeast(String name, List<String> command, int major, int minor, String remedy) {
        return programs.run(command)
                .map(output -> Version.in(output)
                        .filter(version -> version.reaches(major, minor))
                        .map(_ -> Finding.ok(name, firstLine(output)))
                        .orElseGet(() -> Finding.fail(
                                name,
                                "%s; at least %d.%d is needed".formatted(firstLine(output), major, minor),
                                remedy)));
    }

    private static String firstLine(String output) {
        return Text.line(output.lines().findFirst().orElse(""), 80);
    }
}
