package com.fabricadeagentes.identity.sessions;

import com.fabricadeagentes.identity.people.People;
import com.fabricadeagentes.identity.people.Person;
import com.fabricadeagentes.identity.sessions.RefreshTokens.RefreshToken;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.kernel.Scope;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases on one person's sessions, within their tenant. Each is one transaction; {@link SignIn} finds out whose it is
 * and binds it.
 */
@Component
class Sessions {

    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final People people;
    private final Clock clock;

    Sessions(RefreshTokens refreshTokens, AccessTokens accessTokens, People people, Clock clock) {
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.people = people;
        this.clock = clock;
    }

    /** @param proven whether the password was right; a wrong one is evidence, too */
    @Audited("session.open")
    @Requires("session:open")
    @Transactional
    public Changed<SessionTokens> open(Person person, boolean proven) {
        if (!proven) {
            throw wrongCredentials();
        }
        return Changed.created(person.id(), tokens(person, refreshTokens.add(person.id(), Ids.next())));
    }

    /** @return empty where the token had been used or revoked before: then its family is revoked, whoever has it */
    @Audited("session.refresh")
    @Requires("session:open")
    @Transactional
    public Optional<SessionTokens> refresh(RefreshToken token) {
        var person = people.find(token.tenant(), token.person());
        if (person.isEmpty() || !clock.instant().isBefore(token.expiresAt()) || !refreshTokens.use(token.id())) {
            refreshTokens.revokeFamily(token.family());
            return Optional.empty();
        }
        return person.map(known -> tokens(known, refreshTokens.add(known.id(), token.family())));
    }

    /** Ends the named session, or all of the person's where none is named. */
    @Audited("session.close")
    @Requires("session:close")
    @Transactional
    public void close(Optional<RefreshToken> token) {
        var person = Scope.current().actor().id();
        token.filter(named -> named.person().equals(person))
                .ifPresentOrElse(
                        named -> refreshTokens.revokeFamily(named.family()), () -> refreshTokens.revokeAllOf(person));
    }

    static Refused wrongCredentials() {
        return new Refusal.Unauthenticated("E-mail or password is wrong.").refused();
    }

    private SessionTokens tokens(Person person, String refreshToken) {
        return new SessionTokens(
                accessTokens.issue(person),
                refreshToken,
                accessTokens.lifetime().toSeconds());
    }
}
