package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One call of a package manager outside of any box: bounded in time and size, and with an environment that holds
 * registries and proxies but none of the server's secrets.
 *
 * @param what for people: "Fetching with npm"
 * @param watched the directory whose size is bounded
 */
record Step(String what, List<String> line, Path directory, Path watched, Map<String, String> environment) {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long LARGEST = 2L * 1024 * 1024 * 1024;
    private static final long GLANCE_MILLIS = 1000;

    private static final List<String> PASSED = List.of(
            "PATH",
            "HOME",
            "LANG",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "all_proxy",
            "ssl_cert_file",
            "ssl_cert_dir",
            "node_extra_ca_certs",
            "requests_ca_bundle");
    private static final List<String> PASSED_BEGINNINGS = List.of("npm_config_", "pip_");

    /** @return what it printed */
    String run() throws PreparationFailed, IOException, InterruptedException {
        var output = Files.createTempFile("factory-prepare-", ".txt");
        try {
            var builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> !passes(name));
            builder.environment().putAll(environment);
            var process = builder.start();
            try {
                process.getOutputStream().close();
                attend(process);
            } finally {
                end(process);
            }
            var said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new PreparationFailed(what + " failed:\n" + Complaint.of(said));
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }

    private void attend(Process process) throws PreparationFailed, IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > deadline) {
                throw new PreparationFailed(what + " took longer than " + LONGEST.toMinutes() + " minutes.");
            }
            if (Trees.size(watched) > LARGEST) {
                throw new PreparationFailed(what + " fetched more than 2 GiB.");
            }
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private static boolean passes(String variable) {
        var name = variable.toLowerCase(Locale.ROOT);
        return PASSED.contains(variable)
                || PASSED.contains(name)
                || PASSED_BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
