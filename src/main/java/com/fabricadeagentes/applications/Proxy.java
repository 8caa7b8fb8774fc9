package com.fabricadeagentes.applications;

import com.fabricadeagentes.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.springframework.stereotype.Component;

/** Passes a request to an application and its answer back, both as streams. */
@Component
class Proxy {

    private static final int BUFFER = 64 * 1024;

    /** RFC 9110, 7.6.1, and what this hop decides for itself. */
    private static final Set<String> HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "expect");

    private static final Set<String> NOT_SENT = Set.of("host", "cookie", "authorization", "x-tenant-id");

    /** What is ours to say of an origin that is not ours. */
    private static final Set<String> NOT_ANSWERED = Set.of(
            "set-cookie",
            "set-cookie2",
            "www-authenticate",
            "authorization",
            "clear-site-data",
            "content-security-policy",
            "content-security-policy-report-only",
            "strict-transport-security",
            "service-worker-allowed",
            "x-content-type-options",
            "cache-control",
            "referrer-policy",
            "location",
            "x-request-id");

    private final Answering answering;
    private final Clock clock;
    private final ApplicationsProperties properties;

    Proxy(Answering answering, Clock clock, ApplicationsProperties properties) {
        this.answering = answering;
        this.clock = clock;
        this.properties = properties;
    }

    void pass(Application application, String target, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var outgoing = answering
                .request(application.socket(), request.getMethod(), target)
                .idleTimeout(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        copyHeaders(application, request, outgoing);
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            outgoing.body(body(request));
        }
        try (var listener = new InputStreamResponseListener()) {
            outgoing.send(listener);
            var answer = listener.get(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            answer(application, answer, response);
            copy(application, listener.getInputStream(), response);
        } catch (ExecutionException | TimeoutException silent) {
            outgoing.abort(silent);
            throw new Refusal.Conflict("application_silent", "The application did not answer; its logs may say why.")
                    .refused();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void copyHeaders(Application application, HttpServletRequest request, Request outgoing) {
        outgoing.headers(headers -> {
            for (var name : Collections.list(request.getHeaderNames())) {
                var lower = name.toLowerCase(Locale.ROOT);
                if (!HOP.contains(lower) && !NOT_SENT.contains(lower) && !lower.startsWith("x-forwarded-")) {
                    Collections.list(request.getHeaders(name)).forEach(value -> headers.add(name, value));
                }
            }
            headers.put("Host", request.getHeader("Host") == null ? "localhost" : request.getHeader("Host"));
            headers.put("X-Forwarded-Prefix", application.prefix());
            headers.put("X-Forwarded-Proto", request.getScheme());
        });
    }

    private static Request.Content body(HttpServletRequest request) throws IOException {
        var length = request.getContentLengthLong();
        return new InputStreamRequestContent(request.getContentType(), request.getInputStream(), BUFFER) {
            @Override
            public long getLength() {
                return length;
            }
        };
    }

    private static void answer(Application application, Response answer, HttpServletResponse response) {
        response.setStatus(answer.getStatus());
        for (var field : answer.getHeaders()) {
            var lower = field.getLowerCaseName();
            if (!HOP.contains(lower) && !NOT_ANSWERED.contains(lower) && !lower.startsWith("access-control-")) {
                response.addHeader(field.getName(), field.getValue());
            }
        }
        var length = answer.getHeaders().getLongField("Content-Length");
        if (length >= 0) {
            response.setContentLengthLong(length);
        }
        var location = answer.getHeaders().get("Location");
        if (location != null) {
            response.setHeader("Location", Locations.rewritten(location, application.prefix()));
        }
    }

    private void copy(Application application, InputStream from, HttpServletResponse response) throws IOException {
        var to = response.getOutputStream();
        var buffer = new byte[BUFFER];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            to.write(buffer, 0, n);
            // What is streamed, as server-sent events, must not wait for a full buffer.
            to.flush();
            application.used(clock.instant());
        }
    }
}
