package com.fabricadeagentes.applications;

import jakarta.annotation.PreDestroy;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.Transport;
import org.springframework.stereotype.Component;

/** HTTP to applications over their unix sockets: no redirects followed, no cookies kept, nothing decoded. */
@Component
class Answering {

    private static final int CONNECTIONS = 64;
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final int DOCUMENT_BYTES = 5 * 1024 * 1024;

    private final HttpClient client = new HttpClient();

    Answering() throws Exception {
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setUserAgentField(null);
        client.setDestinationIdleTimeout(Duration.ofMinutes(1).toMillis());
        client.start();
        client.getContentDecoderFactories().clear();
    }

    /** @param path with its query, as it was encoded */
    Request request(Path socket, String method, String path) {
        return client.newRequest("http://localhost" + path).method(method).transport(new Transport.TCPUnix(socket));
    }

    /** Whether the application answers; the relay alone, with nothing behind it, closes at once. */
    boolean accepts(Path socket) throws InterruptedException {
        if (!Files.exists(socket)) {
            return false;
        }
        try {
            request(socket, "HEAD", "/")
                    .timeout(PROBE.toMillis(), TimeUnit.MILLISECONDS)
                    .send();
            return true;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }

    /** A small document of the application, or nothing where it does not answer 200. */
    java.util.Optional<String> document(Path socket, String path, Duration within) throws InterruptedIOException {
        try {
            var listener = new org.eclipse.jetty.client.CompletableResponseListener(
                    request(socket, "GET", path).timeout(within.toMillis(), TimeUnit.MILLISECONDS), DOCUMENT_BYTES);
            var response = listener.send().get();
            return response.getStatus() == 200
                    ? java.util.Optional.of(response.getContentAsString())
                    : java.util.Optional.empty();
        } catch (ExecutionException none) {
            return java.util.Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @PreDestroy
    void close() throws Exception {
        client.stop();
    }
}
