package com.fabricadeagentes.edge.requests;

import com.fabricadeagentes.kernel.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** One log event and one measurement ({@code request_duration_seconds}) for each request, when it is over. */
public final class RequestLogFilter extends OncePerRequestFilter {

    /** Where the request's {@link Scope} is left for those outside of it. */
    public static final String SCOPE = RequestLogFilter.class.getName() + ".scope";

    private static final Logger LOG = LoggerFactory.getLogger("com.fabricadeagentes.requests");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;

    RequestLogFilter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var ended = new Ended(System.nanoTime(), MDC.get("request_id"), request, response);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(ended);
            } else {
                ended.record();
            }
        }
    }

    /** Templates, not addresses: those hold ids and would make a series each. */
    private static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof Object pattern
                ? pattern.toString()
                : door(request.getRequestURI());
    }

    private static String door(String path) {
        return path.startsWith("/git/") ? "/git/**" : path.startsWith("/apps/") ? "/apps/**" : "other";
    }

    private final class Ended implements AsyncListener {

        private final long begun;
        private final String requestId;
        private final HttpServletRequest request;
        private final HttpServletResponse response;

        Ended(long begun, String requestId, HttpServletRequest request, HttpServletResponse response) {
            this.begun = begun;
            this.requestId = requestId;
            this.request = request;
            this.response = response;
        }

        void record() {
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var route = route(request);
            Timer.builder("request.duration")
                    .description("How long requests took")
                    .tag("method", request.getMethod())
                    .tag("route", route)
                    .tag("status", String.valueOf(response.getStatus()))
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters)
                    .record(took);
            var line = LOG.atInfo()
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("route", route)
                    .addKeyValue("status", response.getStatus())
                    .addKeyValue("duration_ms", took.toMillis());
            if (request.getAttribute(SCOPE) instanceof Scope scope) {
                line = line.addKeyValue("tenant", scope.tenant())
                        .addKeyValue("user", scope.actor().id());
            }
            try (var _ = MDC.putCloseable("request_id", requestId)) {
                line.log("request");
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            record();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
