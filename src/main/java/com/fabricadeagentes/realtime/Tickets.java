package com.fabricadeagentes.realtime;

import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.kernel.Scope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets a browser open a WebSocket, which can send no header: a ticket serves once, for thirty seconds. */
@Service
class Tickets {

    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST = 100_000;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Scope> open =
            Caffeine.newBuilder().expireAfterWrite(LIFE).maximumSize(MOST).build();

    @Requires("story:read")
    public String issue() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(ticket, Scope.current());
        return ticket;
    }

    /** Whose ticket that is; it serves no second time. */
    Optional<Scope> redeem(String ticket) {
        return Optional.ofNullable(open.asMap().remove(ticket));
    }
}
