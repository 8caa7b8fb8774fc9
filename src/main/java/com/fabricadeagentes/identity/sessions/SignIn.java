package com.fabricadeagentes.identity.sessions;

import com.fabricadeagentes.identity.people.People;
import com.fabricadeagentes.identity.people.Person;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Finds out who knocks, before anything is bound, and opens a session for them within their tenant. */
@Component
final class SignIn {

    private final People people;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final String hashOfNobody;

    SignIn(
            People people,
            Sessions sessions,
            RefreshTokens refreshTokens,
            PasswordEncoder passwords,
            SignInThrottle throttle) {
        this.people = people;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hashOfNobody = Objects.requireNonNull(passwords.encode("nobody's password"));
    }

    /** @param address where the attempt comes from */
    SessionTokens signIn(String email, String password, String address) {
        throttle.attempt(email, address);
        var known = people.withEmail(email);
        var person = proven(known, password);
        if (person.isPresent()) {
            throttle.succeeded(email, address);
        }
        var claimed = person.or(() -> known.stream().findFirst()).orElseThrow(Sessions::wrongCredentials);
        return claimed.scope(requestId())
                .call(() -> sessions.open(claimed, person.isPresent()))
                .after();
    }

    SessionTokens refresh(String token) {
        return refreshTokens
                .find(token)
                .flatMap(stored -> people.find(stored.tenant(), stored.person())
                        .flatMap(person -> person.scope(requestId()).call(() -> sessions.refresh(stored))))
                .orElseThrow(() -> new Refusal.Unauthenticated("The session is over; sign in again.").refused());
    }

    void signOut(Optional<String> token) {
        sessions.close(token.flatMap(refreshTokens::find));
    }

    /** Takes as long for an address that nobody has, so that time doesn't tell which ones exist. */
    private Optional<Person> proven(List<Person> known, String password) {
        if (known.isEmpty()) {
            passwords.matches(password, hashOfNobody);
        }
        return known.stream()
                .filter(person ->
                        passwords.matches(password, Objects.requireNonNullElse(person.passwordHash(), hashOfNobody)))
                .filter(person -> person.passwordHash() != null)
                .findFirst();
    }

    private static String requestId() {
        return Scope.find()
                .map(Scope::requestId)
                .orElseGet(() -> Objects.requireNonNullElseGet(
                        MDC.get("request_id"), () -> Ids.next().toString()));
    }
}
