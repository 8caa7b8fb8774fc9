package com.fabricadeagentes.edge.health;

import com.fabricadeagentes.edge.EdgeProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends {@code PING} to the first node that answers; all of Redis can be lost, so this only tells. */
@Component
class RedisCheck {

    private static final int DEFAULT_PORT = 6379;
    private static final int TIMEOUT = (int) Duration.ofSeconds(2).toMillis();

    private final @Nullable String url;

    RedisCheck(EdgeProperties properties) {
        this.url = properties.redisUrl();
    }

    Check check() {
        if (url == null || url.isBlank()) {
            return new Check(Check.Status.DISABLED, "REDIS_URL is not set");
        }
        return Arrays.stream(url.split(",")).anyMatch(node -> answers(node.strip()))
                ? Check.UP
                : Check.down("Redis does not answer");
    }

    private static boolean answers(String node) {
        try {
            var uri = URI.create(node.contains("://") ? node : "redis://" + node);
            try (var socket = connected(uri);
                    var answers = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                var user = uri.getUserInfo();
                if (user != null) {
                    send(socket, "AUTH " + user.replaceFirst("^:", "").replace(':', ' '));
                    answers.readLine();
                }
                send(socket, "PING");
                return "+PONG".equals(answers.readLine());
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

    private static Socket connected(URI uri) throws IOException {
        var socket =
                uri.getScheme().equals("rediss") ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        var port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        socket.connect(new InetSocketAddress(Objects.requireNonNullElse(uri.getHost(), "localhost"), port), TIMEOUT);
        socket.setSoTimeout(TIMEOUT);
        return socket;
    }

    private static void send(Socket socket, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
