package com.fabricadeagentes.edge.metrics;

import com.fabricadeagentes.agile.BoardStatistics;
import com.fabricadeagentes.edge.EdgeProperties;
import com.fabricadeagentes.jobs.JobQueue;
import com.fabricadeagentes.kernel.Refusal;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For Prometheus, from loopback or with its own token. */
@RestController
@Tag(name = "Operations")
class MetricsController {

    private final PrometheusMeterRegistry registry;
    private final JobQueue jobs;
    private final ObjectProvider<BoardStatistics> board;
    private final @Nullable String token;

    MetricsController(
            PrometheusMeterRegistry registry,
            JobQueue jobs,
            ObjectProvider<BoardStatistics> board,
            EdgeProperties properties) {
        this.registry = registry;
        this.jobs = jobs;
        this.board = board;
        this.token = properties.metricsToken();
    }

    @GetMapping(value = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
    @SecurityRequirements
    @Operation(summary = "Metrics for Prometheus", description = "From loopback, or with METRICS_TOKEN as Bearer.")
    String metrics(HttpServletRequest request) throws UnknownHostException {
        if (!isLoopback(request) && !hasToken(request)) {
            throw new Refusal.Unauthenticated("Metrics are for loopback, or for who sends METRICS_TOKEN as Bearer.")
                    .refused();
        }
        return registry.scrape() + activeJobs() + storiesByStatus();
    }

    /** Written by hand: the client library takes {@code _total} off a gauge's name, and the name is the contract's. */
    private String activeJobs() {
        return """
                # HELP active_jobs_total Jobs waiting or being done
                # TYPE active_jobs_total gauge
                active_jobs_total %d
                """.formatted(jobs.active());
    }

    private String storiesByStatus() {
        var statistics = board.getIfAvailable();
        if (statistics == null) {
            return "";
        }
        return statistics.storiesByStatus().entrySet().stream()
                .map(column -> "stories_by_status{status=\"%s\"} %d\n".formatted(column.getKey(), column.getValue()))
                .sorted()
                .collect(Collectors.joining(
                        "",
                        "# HELP stories_by_status Stories in each column of the boards\n"
                                + "# TYPE stories_by_status gauge\n",
                        ""));
    }

    private static boolean isLoopback(HttpServletRequest request) throws UnknownHostException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private boolean hasToken(HttpServletRequest request) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token != null
                && !token.isBlank()
                && given != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
