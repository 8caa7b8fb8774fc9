package com.fabricadeagentes.cli;

import com.fabricadeagentes.cli.Api.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Signs in, with the first password there is: the environment's, the one this machine made, or the person's word. */
final class SignIn {

    static final String DEFAULT_URL = "http://localhost:9001";
    private static final String DEFAULT_EMAIL = "admin@localhost";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final CredentialsFile file;

    SignIn(Terminal terminal, Map<String, String> environment, CredentialsFile file) {
        this.terminal = terminal;
        this.environment = environment;
        this.file = file;
    }

    void signIn(@Nullable String url, @Nullable String email) {
        var api = new Api(url == null ? given("FACTORY_URL").orElse(DEFAULT_URL) : url);
        var admin = given("FACTORY_ADMIN_EMAIL").orElse(DEFAULT_EMAIL);
        var who = email == null ? admin : email;
        var password = given("FACTORY_PASSWORD")
                .or(() -> who.equals(admin) && onThisMachine(api) ? administrators() : Optional.empty())
                .orElseGet(() -> terminal.askSecretly(
                        "Password of " + Text.line(who, 100) + ": ", "No password: set FACTORY_PASSWORD"));
        var tokens = api.ask(Request.post("/api/v1/auth/login", Map.of("email", who, "password", password)));
        if (tokens.path("mfa_required").asBoolean(false)) {
            tokens = secondFactor(api, tokens);
        }
        var kept = tokens;
        file.locked(() -> Session.keep(file, api.url(), kept));
        terminal.say("Signed in at %s as %s".formatted(api.url(), Text.line(who, 100)));
    }

    private JsonNode secondFactor(Api api, JsonNode challenge) {
        var code = terminal.askSecretly("Code: ", "This account wants a code; sign in at a terminal");
        var token = challenge.path("mfa_token").asString();
        return api.ask(Request.post("/api/v1/auth/mfa/verify", Map.of("mfa_token", token, "code", code)));
    }

    private static boolean onThisMachine(Api api) {
        return THIS_MACHINE.contains(URI.create(api.url()).getHost());
    }

    /** As the first start chose it. */
    private Optional<String> administrators() {
        var made = Path.of(given("FACTORY_HOME").orElse("data"), "secrets", "admin-password");
        return given("FACTORY_ADMIN_PASSWORD").or(() -> read(made));
    }

    private static Optional<String> read(Path secret) {
        try {
            return Files.isReadable(secret)
                    ? Optional.of(Files.readString(secret).strip())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
