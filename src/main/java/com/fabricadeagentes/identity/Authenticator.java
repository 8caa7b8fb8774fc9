package com.fabricadeagentes.identity;

import com.fabricadeagentes.identity.keys.ApiKeys;
import com.fabricadeagentes.identity.people.People;
import com.fabricadeagentes.identity.people.Person;
import com.fabricadeagentes.identity.sessions.AccessTokens;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Scope;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Tells who stands behind a credential, for every door: HTTP, WebSocket handshakes, git. */
@Component
public final class Authenticator {

    private final AccessTokens accessTokens;
    private final ApiKeys apiKeys;
    private final People people;

    Authenticator(AccessTokens accessTokens, ApiKeys apiKeys, People people) {
        this.accessTokens = accessTokens;
        this.apiKeys = apiKeys;
        this.people = people;
    }

    /**
     * Reads an access token or an API key ({@code fk_…}). The person is looked up each time, so that who is removed or
     * gets another role is so at once.
     *
     * @return the scope to bind; empty where the credential is none, expired, revoked, or its person gone
     */
    public Optional<Scope> authenticate(String bearerOrKey) {
        var person = ApiKeys.looksLikeOne(bearerOrKey)
                ? apiKeys.owner(bearerOrKey)
                : accessTokens.read(bearerOrKey).flatMap(token -> people.find(token.tenant(), token.person()));
        return person.map(Authenticator::scope);
    }

    private static Scope scope(Person person) {
        return person.scope(Objects.requireNonNullElseGet(
                MDC.get("request_id"), () -> Ids.next().toString()));
    }
}
