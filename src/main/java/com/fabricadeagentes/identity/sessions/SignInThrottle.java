package com.fabricadeagentes.identity.sessions;

import com.fabricadeagentes.kernel.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after some failures for an account from an address, each further attempt has to wait twice as
 * long as the one before. Known to this node only.
 */
@Component
final class SignInThrottle {

    private static final int FREE_FAILURES = 5;
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_ACCOUNTS = 100_000;

    private final Clock clock;
    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .expireAfterWrite(MEMORY)
            .build();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant openAt) {}

    /**
     * Counts the attempt as failed until {@link #succeeded}, so that a burst of parallel attempts gains nothing.
     *
     * @throws com.fabricadeagentes.kernel.Refused as too many while the account waits
     */
    void attempt(String email, String address) {
        var now = clock.instant();
        failures.asMap().compute(key(email, address), (_, before) -> {
            if (before != null && now.isBefore(before.openAt())) {
                throw new Refusal.TooMany(
                                "Too many failed sign-ins; wait before you try again.",
                                Duration.between(now, before.openAt()))
                        .refused();
            }
            int count = before == null ? 1 : before.count() + 1;
            return new Failures(count, now.plus(wait(count)));
        });
    }

    void succeeded(String email, String address) {
        failures.invalidate(key(email, address));
    }

    private static Duration wait(int failures) {
        return failures < FREE_FAILURES
                ? Duration.ZERO
                : FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE_FAILURES, MOST_DOUBLINGS));
    }

    private static String key(String email, String address) {
        return email.toLowerCase(Locale.ROOT) + ' ' + address;
    }
}
