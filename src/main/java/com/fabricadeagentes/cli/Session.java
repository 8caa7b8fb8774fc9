package com.fabricadeagentes.cli;

import com.fabricadeagentes.cli.Api.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The API as the person who is signed in; an access token that has run out is renewed in passing. */
final class Session {

    private static final int UNAUTHORIZED = 401;

    private final Api api;
    private final CredentialsFile file;
    private Credentials credentials;

    private Session(Api api, CredentialsFile file, Credentials credentials) {
        this.api = api;
        this.file = file;
        this.credentials = credentials;
    }

    static Session open(CredentialsFile file, Map<String, String> environment) {
        var credentials = file.read().orElseThrow(() -> new Trouble("Not signed in; do it with ./factory login"));
        var wanted = environment.getOrDefault("FACTORY_URL", credentials.url());
        var api = new Api(wanted);
        if (!api.url().equals(credentials.url())) {
            throw new Trouble("FACTORY_URL is %s, but you are signed in at %s; sign in there with ./factory login"
                    .formatted(wanted, credentials.url()));
        }
        return new Session(api, file, credentials);
    }

    /** Keeps what signing in or renewing answered. */
    static Credentials keep(CredentialsFile file, String url, JsonNode tokens) {
        var fresh = new Credentials(
                url,
                tokens.path("access_token").asString(),
                tokens.path("refresh_token").asString());
        file.write(fresh);
        return fresh;
    }

    JsonNode get(String path) {
        return api.tree(send(Request.get(path)));
    }

    String text(String path) {
        return send(Request.getText(path));
    }

    JsonNode post(String path, Object body) {
        return api.tree(send(Request.post(path, body)));
    }

    JsonNode post(String path) {
        return api.tree(send(Request.post(path, null)));
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String path, Map<String, String> filters) {
        var items = new ArrayList<JsonNode>();
        var query = new LinkedHashMap<>(filters);
        query.put("limit", "200");
        while (true) {
            var page = get(path + Api.query(query));
            page.path("items").forEach(items::add);
            var next = page.path("next_cursor");
            if (!next.isString()) {
                return items;
            }
            query.put("cursor", next.asString());
        }
    }

    String url() {
        return api.url();
    }

    private String send(Request request) {
        try {
            return api.send(request, credentials.accessToken());
        } catch (Trouble refused) {
            if (refused.status() != UNAUTHORIZED) {
                throw refused;
            }
            credentials = file.locked(this::renewed);
            return api.send(request, credentials.accessToken());
        }
    }

    /** What another command renewed meanwhile serves as well; its refresh token must not be used twice. */
    private Credentials renewed() {
        var kept = file.read().orElse(credentials);
        if (kept.url().equals(credentials.url()) && !kept.accessToken().equals(credentials.accessToken())) {
            return kept;
        }
        try {
            var tokens = api.ask(Request.post("/api/v1/auth/refresh", Map.of("refresh_token", kept.refreshToken())));
            return keep(file, api.url(), tokens);
        } catch (Trouble refused) {
            if (refused.status() == UNAUTHORIZED) {
                throw new Trouble("You are no longer signed in; sign in again with ./factory login");
            }
            throw refused;
        }
    }
}
