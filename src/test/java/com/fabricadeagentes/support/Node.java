package com.fabricadeagentes.support;

import com.fabricadeagentes.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole node of the platform in the test's process, on a free port. Two on one database are two nodes. */
public final class Node implements AutoCloseable {

    public static final String ADMIN_EMAIL = "admin@example.com";
    public static final String ADMIN_PASSWORD = "correct-horse-battery";

    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Node start(Path home, String databaseUrl) {
        return start(home, databaseUrl, Map.of());
    }

    /** @param more environment variables of the contract, as {@code ANTHROPIC_BASE_URL} */
    public static Node start(Path home, String databaseUrl, Map<String, String> more) {
        var arguments = new ArrayList<>(List.of(
                "--PORT=0",
                "--logging.level.com.fabricadeagentes=warn",
                "--logging.level.requests=warn",
                "--FACTORY_HOME=" + home.toAbsolutePath(),
                "--DATABASE_URL=" + databaseUrl,
                "--FACTORY_ADMIN_EMAIL=" + ADMIN_EMAIL,
                "--FACTORY_ADMIN_PASSWORD=" + ADMIN_PASSWORD));
        more.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new Node(new SpringApplication(Server.class).run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    public String url() {
        return "http://localhost:" + port();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
